package dev.parley.sessions.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A task that was delegated to a participant, and what has become of it.
 *
 * @param id what it is referred to by, unique in its session
 * @param spec what is to be done
 * @param status how far it has come
 * @param attempt counts the times that it was handed out, from 1; with the id it tells an answer to this time from one to an earlier time
 * @param due when the agent's time is over, or, for a pending one, when it is handed out again; empty when nothing is awaited
 * @param outcome the answer, or why there is none; empty where nothing is known yet
 */
public record Task(
        String id, TaskSpec spec, TaskStatus status, int attempt, Optional<Instant> due, Optional<String> outcome) {

    /**
     * Checks the texts.
     *
     * @throws IllegalArgumentException if one cannot be stored
     */
    public Task {
        Texts.checkStorable(List.of(id, outcome.orElse("")));
    }

    /** Returns the task when it is handed out for the first time. */
    public static Task first(String id, TaskSpec spec, Instant now) {
        return new Task(id, spec, TaskStatus.IN_PROGRESS, 1, Optional.of(now.plus(spec.timeout())), Optional.empty());
    }

    /** Returns the agent that has it, or is to have it next. */
    public String agent() {
        return spec.agents().get((attempt - 1) / triesOfEach());
    }

    private int triesOfEach() {
        return spec.retry().map(Retry::retries).orElse(0) + 1;
    }

    /** Returns whether it can be handed out once more. */
    public boolean mayTryAgain() {
        return attempt < spec.agents().size() * triesOfEach();
    }

    /** Returns the task, done. */
    public Task answered(String answer) {
        return new Task(id, spec, TaskStatus.COMPLETED, attempt, Optional.empty(), Optional.of(answer));
    }

    /** Returns the task, done by nobody. */
    public Task given(TaskStatus end, String why) {
        return new Task(id, spec, end, attempt, Optional.empty(), Optional.of(why));
    }

    /** Returns the task, waiting to be handed out for the next time. */
    public Task again(String why, Instant at) {
        return new Task(id, spec, TaskStatus.PENDING, attempt + 1, Optional.of(at), Optional.of(why));
    }

    /** Returns the task when it is handed out again. */
    public Task handedOut(Instant now) {
        return new Task(
                id, spec, TaskStatus.IN_PROGRESS, attempt, Optional.of(now.plus(spec.timeout())), Optional.empty());
    }

    /** Returns how often its agent was asked before this time. */
    public int retriesOfAgent() {
        return (attempt - 1) % triesOfEach();
    }
}
