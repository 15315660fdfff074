package dev.parley.compiler.projection;

import dev.parley.compiler.global.Interaction;
import dev.parley.compiler.protocol.RoleName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What one role does, as the literature writes it: a local session type. */
public sealed interface LocalType {

    /** Returns whether the variable stands in this type. */
    boolean mentions(Variable variable);

    /** Returns this type with one variable in the place of another. */
    LocalType rename(Variable from, Variable to);

    /** Nothing more to do. */
    record Done() implements LocalType {

        @Override
        public boolean mentions(Variable variable) {
            return false;
        }

        @Override
        public LocalType rename(Variable from, Variable to) {
            return this;
        }

        @Override
        public String toString() {
            return "end";
        }
    }

    /**
     * Back to the recursion of this name.
     *
     * @param number what tells it from others
     */
    record Variable(int number) implements LocalType {

        @Override
        public boolean mentions(Variable variable) {
            return equals(variable);
        }

        @Override
        public LocalType rename(Variable from, Variable to) {
            return equals(from) ? to : this;
        }

        @Override
        public String toString() {
            return "X" + number;
        }
    }

    /**
     * A place to come back to.
     *
     * @param variable its name; bound nowhere inside the body
     * @param body what is done, again and again
     */
    record Recursion(Variable variable, LocalType body) implements LocalType {

        @Override
        public boolean mentions(Variable other) {
            return body.mentions(other);
        }

        @Override
        public LocalType rename(Variable from, Variable to) {
            return new Recursion(variable, body.rename(from, to));
        }

        @Override
        public String toString() {
            return "rec " + variable + "." + body;
        }
    }

    /**
     * One of several messages, and what follows each.
     *
     * @param sends whether the role sends, and so chooses, or receives
     * @param alternatives the messages, at least one, in the order of the protocol's text; those received have one sender
     */
    record Choice(boolean sends, Map<Interaction, LocalType> alternatives) implements LocalType {

        /** Copies the alternatives. */
        public Choice {
            alternatives = Collections.unmodifiableMap(new LinkedHashMap<>(alternatives));
        }

        @Override
        public boolean mentions(Variable variable) {
            return alternatives.values().stream().anyMatch(type -> type.mentions(variable));
        }

        @Override
        public LocalType rename(Variable from, Variable to) {
            Map<Interaction, LocalType> renamed = new LinkedHashMap<>(alternatives);
            renamed.replaceAll((interaction, type) -> type.rename(from, to));
            return new Choice(sends, renamed);
        }

        /** Returns whether full merge may try: what is sent must be the same, what is received have the same sender. */
        boolean canMerge(Choice other) {
            return sends == other.sends
                    && (sends
                            ? alternatives.keySet().equals(other.alternatives.keySet())
                            : sender().equals(other.sender()));
        }

        private RoleName sender() {
            return alternatives.keySet().iterator().next().from();
        }

        @Override
        public String toString() {
            String text = alternatives.entrySet().stream()
                    .map(each -> action(each.getKey()) + "." + each.getValue())
                    .collect(Collectors.joining(", "));
            return alternatives.size() == 1 ? text : "{" + text + "}";
        }

        private String action(Interaction interaction) {
            return sends
                    ? interaction.to() + "!" + interaction.message()
                    : interaction.from() + "?" + interaction.message();
        }
    }
}
