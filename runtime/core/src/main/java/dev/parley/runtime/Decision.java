package dev.parley.runtime;

import dev.parley.runtime.Quorum.Outcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A gathering that ends as soon as its quorum is decided; members that have not sent by then have left the session. For generated code.
 *
 * <p>For one thread at a time, the role's.
 *
 * @param <M> the message
 */
public final class Decision<M> {

    private final Gathering gathering;
    private final Endpoint endpoint;
    private final Quorum<M> quorum;
    private final @Nullable Long deadline;
    private int counted;
    private int late;
    private boolean timeIsUp;
    private Outcome outcome = Outcome.IMPOSSIBLE;

    Decision(Gathering gathering, Endpoint endpoint, Quorum<M> quorum) {
        this.gathering = gathering;
        this.endpoint = endpoint;
        this.quorum = quorum;
        Duration timeout = quorum.timeout();
        this.deadline = timeout == null ? null : endpoint.deadline(timeout);
    }

    /**
     * Waits for the next message, which is then at the head of {@link Gathering#lane} and must be taken from there.
     *
     * @param code the message's code
     * @return the index of the member that has sent it, or {@link Gathering#DONE} if it is decided
     */
    public int next(int code) {
        while (true) {
            int found = gathering.look(code);
            if (found == Gathering.DONE && isDecided()) {
                late += gathering.leaveBehind();
                // Whoever was just in time is not left behind.
                found = gathering.look(code);
            }
            if (found != Gathering.DONE) {
                endpoint.resume();
                gathering.vote();
                return found;
            }
            if (gathering.pending() == 0) {
                decide();
                return Gathering.DONE;
            }
            await();
        }
    }

    private void await() {
        if (deadline == null || timeIsUp) {
            endpoint.pause();
        } else {
            timeIsUp = !endpoint.pauseUntil(deadline);
        }
    }

    private void decide() {
        endpoint.resume();
        if (counted >= needed()) {
            outcome = Outcome.REACHED;
        } else {
            outcome = timeIsUp ? Outcome.TIMED_OUT : Outcome.IMPOSSIBLE;
        }
        gathering.endRound();
    }

    /**
     * Counts a message if it counts.
     *
     * @param message the message
     */
    public void count(M message) {
        if (quorum.counts(message)) {
            counted++;
        }
    }

    private boolean isDecided() {
        return timeIsUp || counted >= needed() || counted + gathering.pending() < needed();
    }

    private int needed() {
        return quorum.needed() == Quorum.ALL ? gathering.takenInRound() + gathering.pending() + late : quorum.needed();
    }

    /** Returns how it was decided, once it is. */
    public Outcome outcome() {
        return outcome;
    }
}
