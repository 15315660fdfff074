package dev.parley.sessions.health;

import dev.parley.sessions.figures.Performance;
import dev.parley.sessions.figures.SessionStatistics;
import dev.parley.sessions.model.HealthLevel;
import dev.parley.sessions.model.ManagedSession;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How some sessions together are doing. Of no sessions, everything is empty or 0. Immutable.
 *
 * @param statistics what they are
 * @param performance what they did
 * @param health how many are how healthy; levels that none has are not in it
 * @param queueLength how much waits in them
 * @param memoryBytes how much heap their states take, about
 */
public record Report(
        SessionStatistics statistics,
        Performance performance,
        Map<HealthLevel, Long> health,
        long queueLength,
        long memoryBytes) {

    /** Copies the map. */
    public Report {
        health = Map.copyOf(health);
    }

    /**
     * Returns how some sessions are doing.
     *
     * @param reports of each of them
     * @param now the time
     */
    public static Report of(Collection<SessionReport> reports, Instant now) {
        List<ManagedSession> sessions =
                reports.stream().map(SessionReport::session).toList();
        Map<HealthLevel, Long> health = new EnumMap<>(HealthLevel.class);
        reports.forEach(report -> health.merge(report.health().verdict().level(), 1L, Long::sum));
        return new Report(
                SessionStatistics.of(sessions, now),
                reports.stream().map(SessionReport::performance).reduce(Performance.NONE, Performance::plus),
                health,
                reports.stream()
                        .mapToLong(report -> report.health().queueLength())
                        .sum(),
                reports.stream()
                        .mapToLong(report -> report.health().memoryBytes())
                        .sum());
    }

    /** Returns the same report with what else was done, such as by sessions that are gone. */
    public Report with(Performance all) {
        return new Report(statistics, all, health, queueLength, memoryBytes);
    }
}
