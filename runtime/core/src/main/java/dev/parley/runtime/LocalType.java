package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.Edge;
import dev.parley.runtime.ProtocolSpec.State;
import dev.parley.runtime.ProtocolSpec.Transition;
import dev.parley.runtime.buffer.MessageLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a role does from some point on: its local type (Honda, Yoshida, Carbone, "Multiparty Asynchronous Session Types",
 * POPL 2008), as a system of equations with one equation per state. A {@link Variable} names an equation and {@link #unfold}
 * replaces it by its right-hand side, which is how recursion is unfolded.
 */
public sealed interface LocalType {

    /** Returns what a variable stands for; any other type as it is. Never a variable. */
    default LocalType unfold() {
        return this;
    }

    /**
     * Returns how the type goes on with a message, unfolding it if need be.
     *
     * @param label the message's label
     * @return the branches of that label: there may be several, with different payloads or peers
     */
    default List<Branch> lookup(String label) {
        return unfold() instanceof Choice choice
                ? choice.branches().stream()
                        .filter(branch -> branch.message().label().equals(label))
                        .toList()
                : List.of();
    }

    /** Nothing more. */
    record End() implements LocalType {
        @Override
        public String toString() {
            return "end";
        }
    }

    /**
     * One of several messages, all of them sent or all received.
     *
     * @param sends whether they are sent
     * @param mayEnd whether the protocol may be over here instead
     * @param branches the messages; one or more
     */
    record Choice(boolean sends, boolean mayEnd, List<Branch> branches) implements LocalType {
        /** Copies the branches. */
        public Choice {
            branches = List.copyOf(branches);
        }

        @Override
        public String toString() {
            String direction = sends ? "!" : "?";
            return branches.stream()
                            .map(branch -> branch.peer() + direction + branch.message() + "." + branch.next())
                            .collect(Collectors.joining(" + "))
                    + (mayEnd ? " + end" : "");
        }
    }

    /**
     * A message and what follows.
     *
     * @param peer the role at the other end
     * @param message the message
     * @param next what follows
     */
    record Branch(String peer, MessageLayout message, LocalType next) {}

    /**
     * The name of an equation.
     *
     * @param protocol the protocol
     * @param role the number of the role
     * @param state the number of the state
     */
    record Variable(ProtocolSpec protocol, int role, int state) implements LocalType {

        /** Returns the name of the state, unique in the role. */
        public String name() {
            return spec().name();
        }

        @Override
        public LocalType unfold() {
            State state = spec();
            if (state.isFinal()) {
                return new End();
            }
            List<Branch> branches = new ArrayList<>();
            for (Transition transition : state.transitions()) {
                Edge edge = protocol.edges().get(transition.edge());
                int peer = transition.sends() ? edge.to() : edge.from();
                branches.add(new Branch(
                        protocol.roles().get(peer), edge.message(transition.message()), at(transition.target())));
            }
            return new Choice(!state.receives(), state.accepting(), branches);
        }

        private LocalType at(int target) {
            Variable next = new Variable(protocol, role, target);
            return next.spec().isFinal() ? new End() : next;
        }

        private State spec() {
            return protocol.machines().get(role).states().get(state);
        }

        @Override
        public String toString() {
            return name();
        }
    }
}
