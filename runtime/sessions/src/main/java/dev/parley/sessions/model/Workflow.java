package dev.parley.sessions.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The steps of the work that a session does. Immutable.
 *
 * @param steps the steps; each comes behind those that it depends on
 */
public record Workflow(List<WorkflowStep> steps) {

    /** No steps. */
    public static final Workflow NONE = new Workflow(List.of());

    /**
     * Copies the steps.
     *
     * @throws IllegalArgumentException if two have the same name, or one depends on a step that does not come before it: so no step can
     *     wait for itself
     */
    public Workflow {
        steps = List.copyOf(steps);
        Set<String> before = new HashSet<>();
        for (WorkflowStep step : steps) {
            for (String needed : step.after()) {
                if (!before.contains(needed)) {
                    throw new IllegalArgumentException("The step " + step.name() + " depends on " + needed
                            + ", which does not come before it in the workflow.");
                }
            }
            if (!before.add(step.name())) {
                throw new IllegalArgumentException("Two steps of a workflow have the name " + step.name() + ".");
            }
        }
    }

    /** Returns a workflow of some steps. */
    public static Workflow of(WorkflowStep... steps) {
        return new Workflow(List.of(steps));
    }

    /** Returns a step; empty if there is none of this name. */
    public Optional<WorkflowStep> find(String name) {
        return steps.stream().filter(step -> step.name().equals(name)).findFirst();
    }

    /**
     * Returns a step.
     *
     * @throws UnknownNameException if there is none of this name
     */
    public WorkflowStep step(String name) {
        return find(name).orElseThrow(() -> new UnknownNameException("step", name, names(steps.stream())));
    }

    /** Returns the names of the steps that are being worked on. */
    public List<String> current() {
        return in(StepState.CURRENT);
    }

    /** Returns the names of the steps that are done. */
    public List<String> completed() {
        return in(StepState.COMPLETED);
    }

    /** Returns the names of the steps that have not begun. */
    public List<String> pending() {
        return in(StepState.PENDING);
    }

    private List<String> in(StepState state) {
        return names(steps.stream().filter(step -> step.state() == state));
    }

    private static List<String> names(Stream<WorkflowStep> steps) {
        return steps.map(WorkflowStep::name).toList();
    }

    /** Returns the same workflow with a step in the place of the one that has its name. */
    public Workflow with(WorkflowStep changed) {
        return new Workflow(Values.with(steps, changed, WorkflowStep::name));
    }

    /** Returns the same workflow with more steps at its end, of which those are left out whose names there are already. */
    public Workflow withSteps(List<String> names) {
        List<WorkflowStep> all = new ArrayList<>(steps);
        names.stream()
                .filter(name -> steps.stream().noneMatch(step -> step.name().equals(name)))
                .map(WorkflowStep::of)
                .forEach(all::add);
        return new Workflow(all);
    }

    /** Returns the same steps, none of which has begun. */
    public Workflow reset() {
        return new Workflow(
                steps.stream().map(step -> step.in(StepState.PENDING)).toList());
    }
}
