package dev.parley.sessions.workflow;

import dev.parley.sessions.event.SessionEvent.Updated;
import dev.parley.sessions.event.SessionEvent.WorkflowAdvanced;
import dev.parley.sessions.live.Changed;
import dev.parley.sessions.live.LiveSession;
import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.model.StepState;
import dev.parley.sessions.model.Workflow;
import dev.parley.sessions.model.WorkflowStep;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The steps of the work that a session does. Steps that have the name of a phase of a conversation's protocol begin and are completed as that
 * says; phases that are no steps yet become such when the conversation is created. Safe for use by many threads.
 */
public final class Steps {

    private final LiveSession live;

    /** Creates the steps of a session. */
    public Steps(LiveSession live) {
        this.live = live;
    }

    /** Returns the steps, and how far they have come. */
    public Workflow now() {
        return live.now().work().workflow();
    }

    /** Sets what the steps are. */
    public void define(Workflow workflow) {
        live.work((session, at) -> {
            ManagedSession next = session.with(session.work().with(workflow));
            return Changed.to(next, stamp -> new Updated(stamp, next));
        });
    }

    /**
     * Begins a step.
     *
     * @throws dev.parley.sessions.model.UnknownNameException if there is none of this name
     * @throws StepNotReadyException if its agents are not there, or a step that it depends on is not completed
     * @throws IllegalStateException if it has begun
     * @throws dev.parley.sessions.live.ObserverException if the session only observes
     * @throws dev.parley.sessions.live.NotActiveException if the session is not active
     */
    public void begin(String name) {
        advance(name, StepState.PENDING, StepState.CURRENT);
    }

    /**
     * Completes a step.
     *
     * @throws dev.parley.sessions.model.UnknownNameException if there is none of this name
     * @throws IllegalStateException if it is not being worked on
     * @throws dev.parley.sessions.live.ObserverException if the session only observes
     * @throws dev.parley.sessions.live.NotActiveException if the session is not active
     */
    public void complete(String name) {
        advance(name, StepState.CURRENT, StepState.COMPLETED);
    }

    private void advance(String name, StepState from, StepState to) {
        live.change((session, at) -> {
            LiveSession.checkMayAct(session);
            WorkflowStep step = session.work().workflow().step(name);
            if (step.state() != from) {
                throw new IllegalStateException("The step " + name + " is " + step.state() + ", and only what is "
                        + from + " becomes " + to + ".");
            }
            if (to == StepState.CURRENT) {
                checkReady(session, step);
            }
            return to(session, at, step.in(to), Optional.empty());
        });
    }

    private static void checkReady(ManagedSession session, WorkflowStep step) {
        List<String> missing = step.agents().stream()
                .filter(agent -> session.work().participants().find(agent).isEmpty())
                .toList();
        List<String> completed = session.work().workflow().completed();
        List<String> uncompleted = step.after().stream()
                .filter(before -> !completed.contains(before))
                .toList();
        if (!missing.isEmpty() || !uncompleted.isEmpty()) {
            throw new StepNotReadyException(step.name(), missing, uncompleted);
        }
    }

    /**
     * Notes what the protocol of a conversation says of a step.
     *
     * @param name the name of the phase
     * @param state what has become of it
     * @param conversation the id of the conversation
     */
    public void follow(String name, StepState state, String conversation) {
        live.note((session, at) -> {
            Optional<WorkflowStep> other = session.work()
                    .workflow()
                    .find(name) // empty if other steps were defined since the conversation was created
                    .filter(step -> step.state() != state);
            return other.map(step -> to(session, at, step.in(state), Optional.of(conversation)))
                    .orElseGet(() -> Changed.to(session));
        });
    }

    private static Changed to(ManagedSession session, Instant at, WorkflowStep step, Optional<String> conversation) {
        ManagedSession active = session.toBuilder().lastActivity(at).build();
        return Changed.to(
                active.with(active.work().with(active.work().workflow().with(step))),
                stamp -> new WorkflowAdvanced(stamp, step.name(), step.state(), conversation));
    }
}
