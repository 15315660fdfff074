package dev.parley.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * A value for each part of a session: in an array for those that are there from the start, which are all in most sessions, in a map
 * for members admitted later.
 *
 * @param <T> the values
 */
final class Slots<T> {

    private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(Object[].class);

    private final @Nullable Object[] first;
    private volatile @Nullable ConcurrentMap<Integer, T> later;

    Slots(int parts) {
        first = new @Nullable Object[parts];
    }

    @SuppressWarnings("unchecked") // nothing else was put in
    @Nullable T get(int part) {
        if (part < first.length) {
            return (T) ELEMENT.getVolatile(first, part);
        }
        ConcurrentMap<Integer, T> map = later;
        return map == null ? null : map.get(part);
    }

    void set(int part, T value) {
        if (part < first.length) {
            ELEMENT.setVolatile(first, part, value);
        } else {
            later().put(part, value);
        }
    }

    /** Sets the value of a part that has none, and returns whether it had none. */
    boolean fill(int part, T value) {
        return part < first.length
                ? ELEMENT.compareAndSet(first, part, null, value)
                : later().putIfAbsent(part, value) == null;
    }

    /** Sets the value of a part that has a known one, or none, and returns whether that was so. */
    boolean replace(int part, @Nullable T before, T value) {
        if (part < first.length) {
            return ELEMENT.compareAndSet(first, part, before, value);
        }
        return before == null ? fill(part, value) : later().replace(part, before, value);
    }

    private ConcurrentMap<Integer, T> later() {
        ConcurrentMap<Integer, T> map = later;
        if (map == null) {
            synchronized (this) {
                map = later;
                if (map == null) {
                    map = new ConcurrentHashMap<>();
                    later = map;
                }
            }
        }
        return map;
    }
}
