package dev.parley.sessions;

import dev.parley.sessions.live.LiveSession;
import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.model.ManagedStatus;
import dev.parley.sessions.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sees to what time does to a session: without activity it becomes idle, and at its end it expires. One timer does for both. It is
 * not moved with each activity: when it rings too early, it is set anew.
 */
final class Lifespan {

    /** What is still due after it was done has failed, and is not tried again at once. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final LiveSession live;
    private final Runnable idle;
    private final Runnable expired;
    private Time.@Nullable Timer timer;
    private Instant set = Instant.MAX;
    private boolean over;

    Lifespan(LiveSession live, Runnable idle, Runnable expired) {
        this.live = live;
        this.idle = idle;
        this.expired = expired;
    }

    /** Sees to it that the timer rings in time; called whenever it could have to ring earlier. */
    void arm() {
        arm(Duration.ZERO);
    }

    private synchronized void arm(Duration notBefore) {
        Optional<Instant> due = due(live.now());
        if (over || due.isEmpty() || !due.get().isBefore(set)) {
            return;
        }
        if (timer != null) {
            timer.cancel();
        }
        set = due.get();
        Duration delay = Duration.between(live.host().time().instant(), set);
        timer = live.host().time().after(delay.compareTo(notBefore) < 0 ? notBefore : delay, this::rings);
    }

    /** Ends it. */
    synchronized void end() {
        over = true;
        if (timer != null) {
            timer.cancel();
        }
    }

    private Optional<Instant> due(ManagedSession session) {
        if (!session.isLive()) {
            return Optional.empty();
        }
        return Stream.of(session.expiresAt(), inactiveAt(session))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    private Optional<Instant> inactiveAt(ManagedSession session) {
        return session.status() == ManagedStatus.ACTIVE
                ? Optional.of(session.lastActivity().plus(live.host().options().inactivityTimeout()))
                : Optional.empty();
    }

    private void rings() {
        try {
            live.execute(this::look);
        } catch (RejectedExecutionException closed) {
            end();
        }
    }

    private void look() {
        synchronized (this) {
            set = Instant.MAX;
        }
        Instant now = live.host().time().instant();
        ManagedSession session = live.now();
        if (session.expiresAt().filter(end -> !end.isAfter(now)).isPresent()) {
            expired.run();
            arm(PATIENCE);
        } else if (inactiveAt(session).filter(end -> !end.isAfter(now)).isPresent()) {
            idle.run();
            arm(PATIENCE);
        } else {
            arm();
        }
    }
}
