package dev.parley.sessions.model;

import java.util.Set;

/**
 * A step of the work that a session does.
 *
 * @param name its name, unique in its workflow
 * @param agents the ids of the participants that must be there for it to begin
 * @param after the names of the steps that must be completed before it begins
 * @param state how far it has come
 */
public record WorkflowStep(String name, Set<String> agents, Set<String> after, StepState state) {

    /**
     * Copies the sets.
     *
     * @throws IllegalArgumentException if the name is blank
     */
    public WorkflowStep {
        if (name.isBlank()) {
            throw new IllegalArgumentException("The name of a step is blank; it must say something.");
        }
        Texts.checkStorable(Set.of(name));
        agents = Texts.sorted(agents);
        after = Texts.sorted(after);
    }

    /** Returns a step that needs nobody in particular and comes after no other. */
    public static WorkflowStep of(String name) {
        return new WorkflowStep(name, Set.of(), Set.of(), StepState.PENDING);
    }

    /** Returns the same step, for which these participants must be there. */
    public WorkflowStep by(String... ids) {
        return new WorkflowStep(name, Set.of(ids), after, state);
    }

    /** Returns the same step, to begin when others are completed. */
    public WorkflowStep after(String... steps) {
        return new WorkflowStep(name, agents, Set.of(steps), state);
    }

    /** Returns the same step in another state. */
    public WorkflowStep in(StepState other) {
        return new WorkflowStep(name, agents, after, other);
    }
}
