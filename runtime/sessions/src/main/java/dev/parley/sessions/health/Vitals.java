package dev.parley.sessions.health;

import dev.parley.sessions.event.SessionEvent.HealthChanged;
import dev.parley.sessions.figures.Count;
import dev.parley.sessions.figures.Footprint;
import dev.parley.sessions.figures.Performance;
import dev.parley.sessions.figures.Tally;
import dev.parley.sessions.figures.Window;
import dev.parley.sessions.live.LiveSession;
import dev.parley.sessions.model.HealthLevel;
import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.model.TaskStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Watches how a session is doing. Safe for use by many threads. */
public final class Vitals {

    private final LiveSession live;
    private final Supplier<List<Waiting>> queues;

    /** What was measured last, as a state that has not changed need not be measured again; null before the first time. */
    private volatile @Nullable Weight weight;

    /** Turned with each snapshot of the figures. */
    private volatile Window recent;

    /** Turned with each health check. */
    private volatile Window checked;

    /** What was told last; guarded by this. */
    private HealthLevel told = HealthLevel.HEALTHY;

    /** How much heap a state takes. */
    private record Weight(ManagedSession state, long bytes) {}

    /**
     * Watches a session, which is healthy.
     *
     * @param live the session
     * @param queues what waits in its inbox and conversations
     */
    public Vitals(LiveSession live, Supplier<List<Waiting>> queues) {
        this.live = live;
        this.queues = queues;
        this.recent = Window.from(now(), Tally.NONE);
        this.checked = recent;
    }

    private Instant now() {
        return live.host().time().instant();
    }

    /** Returns what it did. */
    public Performance performance() {
        return recent.until(now(), live.meter().tally());
    }

    /** Has the window of its performance move on. */
    public void turn() {
        recent = recent.turn(now(), live.meter().tally());
    }

    /** Returns how it is doing, quickly. */
    public Verdict verdict() {
        return Verdict.of(live.now(), queues(), lately());
    }

    /** Returns how it is doing. */
    public SessionHealth health() {
        ManagedSession session = live.now();
        List<Waiting> queues = queues();
        Count lately = lately();
        return new SessionHealth(
                session.id(),
                Verdict.of(session, queues, lately),
                session.uptime(now()),
                weigh(session).bytes(),
                live.meter().tally().cpu(),
                session.lastActivity(),
                queues,
                lately.errorRate());
    }

    private Weight weigh(ManagedSession state) {
        Weight known = weight;
        if (known == null || !known.state().equals(state)) {
            known = new Weight(state, Footprint.bytes(state));
            weight = known;
        }
        return known;
    }

    /** Returns all that is known of how it is doing. */
    public SessionReport report() {
        return new SessionReport(live.now(), health(), performance());
    }

    private Count lately() {
        return checked.until(now(), live.meter().tally()).recent().all();
    }

    private List<Waiting> queues() {
        List<Waiting> all = new ArrayList<>(queues.get());
        all.add(Waiting.unbounded(
                "tasks",
                live.now().work().tasks().stream()
                        .filter(task -> task.status() == TaskStatus.PENDING)
                        .count()));
        all.add(Waiting.unbounded("events", live.untold()));
        return all;
    }

    /** Checks how it is doing, and tells if that has changed since the last check. What has ended is not checked. */
    public void check() {
        if (!live.now().isLive()) {
            return;
        }
        Verdict verdict = verdict();
        checked = checked.turn(now(), live.meter().tally());
        HealthLevel before = exchangeTold(verdict.level());
        if (before != verdict.level()) {
            live.tell(stamp -> new HealthChanged(stamp, before, verdict.level(), verdict.reason()));
        }
    }

    private synchronized HealthLevel exchangeTold(HealthLevel now) {
        HealthLevel before = told;
        told = now;
        return before;
    }
}
