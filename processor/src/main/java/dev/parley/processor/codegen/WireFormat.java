package dev.parley.processor.codegen;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.global.Families;
import dev.parley.compiler.machine.Action;
import dev.parley.compiler.machine.Edge;
import dev.parley.compiler.machine.Intake;
import dev.parley.compiler.machine.State;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.machine.Transition;
import dev.parley.compiler.protocol.Continuation;
import dev.parley.compiler.protocol.Message;
import dev.parley.compiler.protocol.Phase;
import dev.parley.compiler.protocol.RoleName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the messages of a protocol travel: past which guard, on which edge, under which code, with their values at which places. Guards
 * are numbered by machine, state and transition, phases in the order in which a run comes to them.
 */
final class WireFormat {

    private final Families families;
    private final List<Intake> intakes;
    private final List<RoleName> roles;
    private final List<Edge> edges;
    private final Map<Interaction, Route> routes = new HashMap<>();
    private final Map<Message, PayloadLayout> layouts = new HashMap<>();
    private final Map<Sending, Integer> guards = new HashMap<>();
    private final List<String> phases;

    WireFormat(CompiledProtocol protocol) {
        families = protocol.global().families();
        intakes = protocol.intakes();
        roles = protocol.machines().stream().map(StateMachine::role).toList();
        edges = protocol.edges();
        for (int i = 0; i < edges.size(); i++) {
            Edge edge = edges.get(i);
            int code = 1;
            for (Message message : edge.messages()) {
                routes.put(new Interaction(edge.from(), edge.to(), message), new Route(i, code++));
                layouts.computeIfAbsent(message, PayloadLayout::of);
            }
        }
        protocol.machines().forEach(this::numberGuards);
        phases = protocol.global().states().stream()
                .flatMap(state -> state.transitions().stream())
                .flatMap(transition -> transition.step().marks().phase().stream())
                .map(Phase::name)
                .distinct()
                .toList();
    }

    private void numberGuards(StateMachine machine) {
        for (State state : machine.states()) {
            // Behind the first receiver of a multicast its guard has been passed.
            for (int i = 0; i < state.transitions().size() && state.sends() && !state.multicastRest(); i++) {
                if (state.transitions().get(i).step().marks().guard().isPresent()) {
                    guards.put(new Sending(machine.role(), state.number(), i), guards.size());
                }
            }
        }
    }

    /**
     * The way of a message.
     *
     * @param edge the index of the edge
     * @param code the message's code on that edge
     */
    record Route(int edge, int code) {}

    private record Sending(RoleName role, int state, int transition) {}

    private record Interaction(RoleName from, RoleName to, Message message) {}

    Families families() {
        return families;
    }

    /** Returns how roles take members into families. */
    List<Intake> intakes() {
        return intakes;
    }

    /**
     * Returns whether a member of a family leaves with a step of its own, or of somebody who plays with it alone. A member that is told to leave
     * has been seen to by then.
     */
    boolean leaves(RoleName role, Transition step) {
        boolean own = families.of(role).equals(Optional.of(role.role()));
        return families.of(role).isPresent()
                && !step.action().message().label().isInternal()
                && !(own && step.action() instanceof Action.Receive)
                && step.step().next() instanceof Continuation.End;
    }

    /** Returns the number of a role. */
    int number(RoleName role) {
        return roles.indexOf(role);
    }

    List<Edge> edges() {
        return edges;
    }

    /** Returns how the message travels that the role sends or receives. */
    Route route(RoleName role, Action action) {
        return action instanceof Action.Send
                ? route(role, action.peer(), action.message())
                : route(action.peer(), role, action.message());
    }

    Route route(RoleName from, RoleName to, Message message) {
        Route route = routes.get(new Interaction(from, to, message));
        if (route == null) {
            throw new IllegalArgumentException("no edge carries " + message + " from " + from + " to " + to);
        }
        return route;
    }

    /** Returns the phases, each at its number. */
    List<String> phases() {
        return phases;
    }

    /** Returns the number of a phase. */
    int phase(String name) {
        return phases.indexOf(name);
    }

    /** Returns whether any message is guarded. */
    boolean hasGuards() {
        return !guards.isEmpty();
    }

    /** Returns the number of the guard before a transition, if there is one. */
    OptionalInt guard(StateMachine machine, State state, int transition) {
        Integer number = guards.get(new Sending(machine.role(), state.number(), transition));
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    PayloadLayout layout(Message message) {
        PayloadLayout layout = layouts.get(message);
        if (layout == null) {
            throw new IllegalArgumentException("no edge carries " + message);
        }
        return layout;
    }
}
