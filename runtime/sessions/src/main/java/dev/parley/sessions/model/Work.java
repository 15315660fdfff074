package dev.parley.sessions.model;

import java.util.List;
import java.util.Optional;

/**
 * What goes on in a managed session. Immutable.
 *
 * @param context what its participants share
 * @param participants who takes part
 * @param workflow the steps of the work
 * @param tasks what was delegated, the oldest first
 * @param conversations what its participants talk about
 * @param outcome what came of it, once it has ended
 */
public record Work(
        SharedContext context,
        Participants participants,
        Workflow workflow,
        List<Task> tasks,
        Conversations conversations,
        Optional<Outcome> outcome) {

    /** Nothing yet. */
    public static final Work NONE = new Work(
            SharedContext.EMPTY, Participants.NONE, Workflow.NONE, List.of(), Conversations.NONE, Optional.empty());

    /** Copies the tasks. */
    public Work {
        tasks = List.copyOf(tasks);
    }

    /** Returns the same work with another context. */
    public Work with(SharedContext other) {
        return new Work(other, participants, workflow, tasks, conversations, outcome);
    }

    /** Returns the same work with other participants. */
    public Work with(Participants others) {
        return new Work(context, others, workflow, tasks, conversations, outcome);
    }

    /** Returns the same work with another workflow. */
    public Work with(Workflow other) {
        return new Work(context, participants, other, tasks, conversations, outcome);
    }

    /** Returns the same work with a task, in the place of the one that has its id if there is one. */
    public Work with(Task task) {
        return new Work(context, participants, workflow, Values.with(tasks, task, Task::id), conversations, outcome);
    }

    /** Returns the same work with other conversations. */
    public Work with(Conversations others) {
        return new Work(context, participants, workflow, tasks, others, outcome);
    }

    /** Returns the same work, of which this came. */
    public Work with(Outcome end) {
        return new Work(context, participants, workflow, tasks, conversations, Optional.of(end));
    }

    /**
     * Returns a task.
     *
     * @throws UnknownNameException if there is none of this id
     */
    public Task task(String id) {
        return tasks.stream()
                .filter(task -> task.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UnknownNameException(
                        "task", id, tasks.stream().map(Task::id).toList()));
    }
}
