package dev.parley.sessions.query;

import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.model.ManagedStatus;
import dev.parley.sessions.model.SessionKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What sessions are asked for and ordered by: one of their properties, or an entry of their metadata.
 *
 * @param <T> the type of its values
 */
public final class Key<T> {

    /** What a session is referred to by. */
    public static final Key<String> ID = text("id", session -> Optional.of(session.id()));

    /** What a session is for. */
    public static final Key<SessionKind> TYPE = constant("type", SessionKind.class, ManagedSession::kind);

    /** A session's name. */
    public static final Key<String> NAME = text("name", session -> Optional.of(session.name()));

    /** Whose a session is. */
    public static final Key<String> OWNER = text("owner", session -> Optional.of(session.owner()));

    /** Where a session works. */
    public static final Key<String> WORKSPACE = text("workspace", session -> Optional.of(session.workspace()));

    /** How far a session has come. */
    public static final Key<ManagedStatus> STATUS = constant("status", ManagedStatus.class, ManagedSession::status);

    /** When a session was created. */
    public static final Key<Instant> CREATED_AT = time("created_at", session -> Optional.of(session.createdAt()));

    /** When a session last did something. */
    public static final Key<Instant> LAST_ACTIVITY =
            time("last_activity", session -> Optional.of(session.lastActivity()));

    /** When a session ends by itself; some have no such time. */
    public static final Key<Instant> EXPIRES_AT = time("expires_at", ManagedSession::expiresAt);

    private static final List<Key<?>> COLUMNS =
            List.of(ID, TYPE, NAME, OWNER, WORKSPACE, STATUS, CREATED_AT, LAST_ACTIVITY, EXPIRES_AT);

    private final String name;
    private final boolean column;
    private final Class<T> type;
    private final Function<ManagedSession, Optional<T>> value;

    private Key(String name, boolean column, Class<T> type, Function<ManagedSession, Optional<T>> value) {
        this.name = name;
        this.column = column;
        this.type = type;
        this.value = value;
    }

    private static Key<String> text(String name, Function<ManagedSession, Optional<String>> value) {
        return new Key<>(name, true, String.class, value);
    }

    private static Key<Instant> time(String name, Function<ManagedSession, Optional<Instant>> value) {
        return new Key<>(name, true, Instant.class, value);
    }

    private static <E extends Enum<E>> Key<E> constant(String name, Class<E> type, Function<ManagedSession, E> value) {
        return new Key<>(name, true, type, session -> Optional.of(value.apply(session)));
    }

    /**
     * Returns the key for an entry of the metadata.
     *
     * @param name the entry's name
     */
    public static Key<String> metadata(String name) {
        return new Key<>(
                name,
                false,
                String.class,
                session -> Optional.ofNullable(session.metadata().get(name)));
    }

    /** Returns the key of a property. */
    static Optional<Key<?>> column(String name) {
        return COLUMNS.stream().filter(key -> key.name.equalsIgnoreCase(name)).findFirst();
    }

    /** Returns the names of all properties. */
    static Stream<String> columns() {
        return COLUMNS.stream().map(Key::name);
    }

    /** Returns its name: of the property, as texts of queries say it, or of the entry. */
    public String name() {
        return name;
    }

    /** Returns whether it is a property; else it is an entry of the metadata. */
    public boolean isColumn() {
        return column;
    }

    /** Returns a value as it is compared, if it is of the right type or names a constant of it. */
    Optional<Object> comparable(Object given) {
        if (given instanceof String constant && type.isEnum()) {
            return Stream.of(type.getEnumConstants())
                    .map(Key::stored)
                    .filter(constant.toUpperCase(Locale.ROOT)::equals)
                    .findFirst();
        }
        return type.isInstance(given) ? Optional.of(stored(given)) : Optional.empty();
    }

    /** Returns in words what its values are. */
    String expected() {
        return type.isEnum()
                ? "one of "
                        + Stream.of(type.getEnumConstants())
                                .map(Object::toString)
                                .collect(Collectors.joining(", "))
                : "a " + type.getSimpleName();
    }

    /** Returns a session's value as it is compared: a {@link String}, or a {@link Long} for a time. */
    Optional<Object> of(ManagedSession session) {
        return value.apply(session).map(Key::stored);
    }

    /** Returns a value as it is compared and stored: times in milliseconds, constants by their names. */
    private static Object stored(Object value) {
        if (value instanceof Instant time) {
            return time.toEpochMilli();
        }
        return value instanceof Enum<?> constant ? constant.name() : value;
    }

    /** Is the value. */
    public Condition is(T other) {
        return compare(Operator.EQUAL, other);
    }

    /** Has a value, and another one. */
    public Condition isNot(T other) {
        return compare(Operator.NOT_EQUAL, other);
    }

    /** Comes before the value: texts by their characters' code points. */
    public Condition lessThan(T other) {
        return compare(Operator.LESS, other);
    }

    /** Is the value or comes before it. */
    public Condition atMost(T other) {
        return compare(Operator.AT_MOST, other);
    }

    /** Comes after the value. */
    public Condition greaterThan(T other) {
        return compare(Operator.GREATER, other);
    }

    /** Is the value or comes after it. */
    public Condition atLeast(T other) {
        return compare(Operator.AT_LEAST, other);
    }

    /** Is one of the values, of which there is at least one. */
    @SafeVarargs
    public final Condition in(T first, T... others) {
        List<Object> values = new ArrayList<>(List.of(stored(first)));
        for (T other : others) {
            values.add(stored(other));
        }
        return new Condition.Among(this, values);
    }

    /** Has no value. */
    public Condition isMissing() {
        return new Condition.Missing(this);
    }

    /** Orders sessions by it, the least first, those without a value last. */
    public Order ascending() {
        return new Order(this, false);
    }

    /** Orders sessions by it, the greatest first, those without a value last. */
    public Order descending() {
        return new Order(this, true);
    }

    private Condition compare(Operator operator, T other) {
        return new Condition.Comparison(this, operator, stored(other));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Key<?> key && column == key.column && name.equals(key.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return column ? name : "metadata->>'" + name.replace("'", "''") + "'";
    }
}
