package dev.parley.sessions.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How a session is doing at a moment. Immutable.
 *
 * @param session the session's id
 * @param verdict how it is doing, and why
 * @param uptime how long it has been there
 * @param memoryBytes how much heap its state takes, about, as {@link dev.parley.sessions.figures.Footprint} estimates; what waits in its
 *     queues is not in it
 * @param cpu the processor time of what the manager's executor did for it
 * @param lastActivity when it last did something
 * @param queues what waits in it
 * @param errorRate which part of the messages and tasks that it processed since the last health check but one has failed, 0 to 1;
 *     empty if it processed none
 */
public record SessionHealth(
        String session,
        Verdict verdict,
        Duration uptime,
        long memoryBytes,
        Duration cpu,
        Instant lastActivity,
        List<Waiting> queues,
        OptionalDouble errorRate) {

    /** Copies the list. */
    public SessionHealth {
        queues = List.copyOf(queues);
    }

    /** Returns how much waits in all of its queues. */
    public long queueLength() {
        return queues.stream().mapToLong(Waiting::length).sum();
    }
}
