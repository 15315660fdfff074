package dev.parley.sessions.query;

import dev.parley.sessions.model.ManagedSession;
import java.util.Comparator;

/**
 * What sessions are ordered by.
 *
 * @param key what of them
 * @param descending whether the greatest comes first; sessions without a value come last either way
 */
public record Order(Key<?> key, boolean descending) {

    /** Returns the order of sessions in memory. */
    Comparator<ManagedSession> comparator() {
        Comparator<Object> ascending = Values::compare;
        Comparator<Object> values = descending ? ascending.reversed() : ascending;
        return (one, other) -> {
            Object value = key.of(one).orElse(null);
            Object another = key.of(other).orElse(null);
            if (value == null || another == null) {
                return Boolean.compare(value == null, another == null);
            }
            return values.compare(value, another);
        };
    }
}
