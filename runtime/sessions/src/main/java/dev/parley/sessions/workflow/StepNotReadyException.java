package dev.parley.sessions.workflow;

import java.io.Serial;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** A step was to begin whose agents are not there, or that comes after steps that are not completed. */
public final class StepNotReadyException extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1;

    private final TreeSet<String> missingAgents;
    private final TreeSet<String> uncompleted;

    StepNotReadyException(String step, Collection<String> missingAgents, Collection<String> uncompleted) {
        super("The step " + step + " cannot begin: "
                + (uncompleted.isEmpty() ? "" : "it comes after " + String.join(", ", uncompleted) + "; ")
                + (missingAgents.isEmpty()
                        ? "complete these first."
                        : "it needs " + String.join(", ", missingAgents) + ", who do not take part. Add them first."));
        this.missingAgents = new TreeSet<>(missingAgents);
        this.uncompleted = new TreeSet<>(uncompleted);
    }

    /** Returns the agents that it needs and that do not take part. */
    public Set<String> missingAgents() {
        return Set.copyOf(missingAgents);
    }

    /** Returns the steps that have to be completed first. */
    public Set<String> uncompleted() {
        return Set.copyOf(uncompleted);
    }
}
