package dev.parley.sessions.figures;

import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.model.ManagedStatus;
import dev.parley.sessions.model.SessionKind;
import dev.parley.sessions.model.Task;
import dev.parley.sessions.model.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What some sessions are. Immutable.
 *
 * @param total how many there are
 * @param byKind how many there are of each kind; kinds of which there are none are not in it
 * @param byStatus how many have each status; a status that none has is not in it
 * @param averageUptime how long they {@linkplain ManagedSession#uptime have been there} on average; empty if there are none
 * @param tasksProcessed how many of their tasks are over: done, failed or timed out
 */
public record SessionStatistics(
        long total,
        Map<SessionKind, Long> byKind,
        Map<ManagedStatus, Long> byStatus,
        Optional<Duration> averageUptime,
        long tasksProcessed) {

    /** Copies the maps. */
    public SessionStatistics {
        byKind = Map.copyOf(byKind);
        byStatus = Map.copyOf(byStatus);
    }

    /**
     * Returns what some sessions are.
     *
     * @param sessions which
     * @param now the time
     */
    public static SessionStatistics of(Collection<ManagedSession> sessions, Instant now) {
        return new SessionStatistics(
                sessions.size(),
                count(sessions, SessionKind.class, ManagedSession::kind),
                count(sessions, ManagedStatus.class, ManagedSession::status),
                sessions.stream()
                        .map(session -> session.uptime(now))
                        .reduce(Duration::plus)
                        .map(all -> all.dividedBy(sessions.size())),
                sessions.stream()
                        .flatMap(session -> session.work().tasks().stream())
                        .map(Task::status)
                        .filter(TaskStatus::isFinal)
                        .count());
    }

    private static <E extends Enum<E>> Map<E, Long> count(
            Collection<ManagedSession> sessions, Class<E> type, Function<ManagedSession, E> key) {
        Map<E, Long> counts = new EnumMap<>(type);
        sessions.forEach(session -> counts.merge(key.apply(session), 1L, Long::sum));
        return counts;
    }
}
