package dev.parley.sessions.figures;

import dev.parley.sessions.model.Task;
import dev.parley.sessions.model.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Since when agents have the tasks of a session. Safe for use by many threads. */
final class HandedOut {

    private final Map<String, Instant> since = new HashMap<>();

    synchronized void add(String task, Instant at) {
        since.put(task, at);
    }

    /** Adds those that agents have; when they got them follows from when they have to answer. */
    void addAll(List<Task> tasks) {
        for (Task task : tasks) {
            if (task.status() == TaskStatus.IN_PROGRESS) {
                task.due().ifPresent(due -> add(task.id(), due.minus(task.spec().timeout())));
            }
        }
    }

    /** Returns how long the agent had a task that it has no more; empty if none had it, such as one whose agent had left. */
    synchronized Optional<Duration> took(String task, Instant until) {
        return Optional.ofNullable(since.remove(task)).map(begin -> Duration.between(begin, until));
    }
}
