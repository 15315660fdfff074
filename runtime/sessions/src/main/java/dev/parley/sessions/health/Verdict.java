package dev.parley.sessions.health;

import dev.parley.sessions.figures.Count;
import dev.parley.sessions.model.HealthLevel;
import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.model.ManagedStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * How a session is doing, and why. The worst decides of what is seen: a queue's use and, where at least five messages and tasks were processed lately, the part of
 * them that has failed (from 70 % on it is degraded, from 90 % on unhealthy), and its status (in {@code ERROR} it is unhealthy).
 *
 * @param level how it is doing
 * @param reason what is wrong; empty if nothing is
 */
public record Verdict(HealthLevel level, String reason) {

    /** Nothing is wrong. */
    public static final Verdict HEALTHY = new Verdict(HealthLevel.HEALTHY, "");

    private static final double DEGRADED = 0.7;
    private static final double UNHEALTHY = 0.9;

    /** From so many on, one failure more is a fifth of all at most, as far as the levels are apart: so it makes nobody unhealthy who was healthy. */
    private static final long ENOUGH = 5;

    /**
     * Judges.
     *
     * @param session the session
     * @param queues what waits in it
     * @param lately what it did lately
     */
    static Verdict of(ManagedSession session, List<Waiting> queues, Count lately) {
        OptionalDouble errorRate = lately.number() < ENOUGH ? OptionalDouble.empty() : lately.errorRate();
        Stream<Verdict> ofQueues = queues.stream()
                .map(queue -> of(
                        queue.use(),
                        "the queue " + queue.queue() + " holds " + queue.length() + " of "
                                + queue.capacity().orElse(0)));
        Verdict ofErrors = of(
                errorRate,
                String.format(Locale.ROOT, "%.0f %% of what it did lately has failed", 100 * errorRate.orElse(0)));
        Verdict ofStatus = session.status() == ManagedStatus.ERROR
                ? new Verdict(HealthLevel.UNHEALTHY, "it has failed: " + session.statusReason())
                : HEALTHY;
        return Stream.concat(Stream.of(ofStatus, ofErrors), ofQueues)
                .max(Comparator.comparing(Verdict::level))
                .orElse(HEALTHY);
    }

    private static Verdict of(OptionalDouble part, String reason) {
        double value = part.orElse(0);
        if (value >= UNHEALTHY) {
            return new Verdict(HealthLevel.UNHEALTHY, reason);
        }
        return value >= DEGRADED ? new Verdict(HealthLevel.DEGRADED, reason) : HEALTHY;
    }
}
