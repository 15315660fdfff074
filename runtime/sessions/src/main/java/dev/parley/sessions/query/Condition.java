package dev.parley.sessions.query;

import dev.parley.sessions.model.ManagedSession;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a session must be like. A comparison with a value that a session does not have neither holds nor fails, as in SQL. */
public sealed interface Condition {

    /**
     * All conditions hold.
     *
     * @param conditions the conditions
     */
    record All(List<Condition> conditions) implements Condition {
        /** Copies the conditions. */
        public All {
            conditions = List.copyOf(conditions);
        }

        @Override
        public String toString() {
            return conditions.stream().map(Object::toString).collect(Collectors.joining(" AND ", "(", ")"));
        }
    }

    /**
     * At least one condition holds.
     *
     * @param conditions the conditions, at least one
     */
    record AnyOf(List<Condition> conditions) implements Condition {
        /** Copies the conditions. */
        public AnyOf {
            conditions = List.copyOf(conditions);
        }

        @Override
        public String toString() {
            return conditions.stream().map(Object::toString).collect(Collectors.joining(" OR ", "(", ")"));
        }
    }

    /**
     * A condition fails.
     *
     * @param condition the condition
     */
    record Not(Condition condition) implements Condition {
        @Override
        public String toString() {
            return "NOT " + condition;
        }
    }

    /**
     * A session's value compares to another.
     *
     * @param key what of the session
     * @param operator how
     * @param value to what: a {@link String}, or a {@link Long} for a time in milliseconds
     */
    record Comparison(Key<?> key, Operator operator, Object value) implements Condition {
        @Override
        public String toString() {
            return key + " " + operator.symbol() + " ?";
        }
    }

    /**
     * A session's value is one of several.
     *
     * @param key what of the session
     * @param values which, at least one
     */
    record Among(Key<?> key, List<Object> values) implements Condition {
        /** Copies the values. */
        public Among {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return key + " IN (" + values.stream().map(value -> "?").collect(Collectors.joining(", ")) + ")";
        }
    }

    /**
     * A session has no value.
     *
     * @param key what of the session
     */
    record Missing(Key<?> key) implements Condition {
        @Override
        public String toString() {
            return key + " IS NULL";
        }
    }

    /**
     * A session has a tag.
     *
     * @param tag the tag
     */
    record Tagged(String tag) implements Condition {
        @Override
        public String toString() {
            return "TAG = ?";
        }
    }

    /**
     * A text occurs in a session's name, owner, workspace, a tag or a value of its metadata, in capitals or not.
     *
     * @param text the text
     */
    record Contains(String text) implements Condition {
        @Override
        public String toString() {
            return "TEXT CONTAINS ?";
        }
    }

    /** Returns that this holds and another does. */
    default Condition and(Condition other) {
        return new All(List.of(this, other));
    }

    /** Returns that this holds or another does. */
    default Condition or(Condition other) {
        return new AnyOf(List.of(this, other));
    }

    /** Returns that this fails. */
    default Condition not() {
        return new Not(this);
    }

    /** Returns what holds for all sessions. */
    static Condition any() {
        return new All(List.of());
    }

    /** Returns that a session has a tag. */
    static Condition tagged(String tag) {
        return new Tagged(tag);
    }

    /** Returns that a text occurs in a session. */
    static Condition contains(String text) {
        return new Contains(text);
    }

    /** Returns whether it holds for a session. */
    default boolean holdsFor(ManagedSession session) {
        return truth(session) == Truth.TRUE;
    }

    private Truth truth(ManagedSession session) {
        if (this instanceof All all) {
            return all.conditions().stream().map(each -> each.truth(session)).reduce(Truth.TRUE, Truth::and);
        }
        if (this instanceof AnyOf any) {
            return any.conditions().stream().map(each -> each.truth(session)).reduce(Truth.FALSE, Truth::or);
        }
        if (this instanceof Not not) {
            return not.condition().truth(session).not();
        }
        if (this instanceof Comparison comparison) {
            return comparison
                    .key()
                    .of(session)
                    .map(value -> Truth.of(comparison.operator().holds(Values.compare(value, comparison.value()))))
                    .orElse(Truth.UNKNOWN);
        }
        if (this instanceof Among among) {
            return among.key()
                    .of(session)
                    .map(value -> Truth.of(among.values().contains(value)))
                    .orElse(Truth.UNKNOWN);
        }
        if (this instanceof Missing missing) {
            return Truth.of(missing.key().of(session).isEmpty());
        }
        return Truth.of(
                this instanceof Tagged tagged
                        ? session.tags().contains(tagged.tag())
                        : searched(session).contains(folded(((Contains) this).text())));
    }

    /** Returns all of a session that {@link Contains} looks at, a line each, in small letters. */
    static String searched(ManagedSession session) {
        return Stream.of(
                        Stream.of(session.name(), session.owner(), session.workspace()),
                        session.tags().stream(),
                        session.metadata().values().stream())
                .flatMap(all -> all)
                .map(Condition::folded)
                .collect(Collectors.joining("\n"));
    }

    /** Returns a text in small letters. */
    static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
