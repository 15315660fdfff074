package dev.parley.runtime.transport;

import java.io.IOException;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values that are made of any number of others: how many there are, and then each. What is read cannot be modified, but for arrays. */
final class Containers {

    private Containers() {}

    static ValueType list(ValueType element) {
        return ValueType.of((value, out) -> writeAll((Collection<?>) value, element, out), in -> {
            List<@Nullable Object> all = new ArrayList<>();
            for (int left = in.readCount(1); left > 0; left--) {
                all.add(element.read(in));
            }
            return Collections.unmodifiableList(all);
        });
    }

    static ValueType set(ValueType element) {
        return ValueType.of((value, out) -> writeAll((Collection<?>) value, element, out), in -> {
            Set<@Nullable Object> all = new LinkedHashSet<>();
            for (int left = in.readCount(1); left > 0; left--) {
                if (!all.add(element.read(in))) {
                    throw new IOException("a set has an element twice");
                }
            }
            return Collections.unmodifiableSet(all);
        });
    }

    static ValueType map(ValueType key, ValueType content) {
        return ValueType.of(
                (value, out) -> {
                    Map<?, ?> map = (Map<?, ?>) value;
                    out.writeInt(map.size());
                    for (Map.Entry<?, ?> each : map.entrySet()) {
                        key.write(each.getKey(), out);
                        content.write(each.getValue(), out);
                    }
                },
                in -> {
                    Map<@Nullable Object, @Nullable Object> all = new LinkedHashMap<>();
                    int size = in.readCount(2);
                    for (int i = 0; i < size; i++) {
                        all.put(key.read(in), content.read(in));
                    }
                    if (all.size() < size) {
                        throw new IOException("a map has a key twice");
                    }
                    return Collections.unmodifiableMap(all);
                });
    }

    static ValueType optional(ValueType content) {
        return ValueType.of(
                (value, out) -> content.write(((Optional<?>) value).orElse(null), out),
                in -> Optional.ofNullable(content.read(in)));
    }

    static ValueType array(Class<?> element, ValueType type) {
        return ValueType.of(
                (value, out) -> {
                    int length = Array.getLength(value);
                    out.writeInt(length);
                    for (int i = 0; i < length; i++) {
                        type.write(Array.get(value, i), out);
                    }
                },
                in -> {
                    int length = in.readCount(element.isPrimitive() ? Long.BYTES : 1);
                    Object array = Array.newInstance(element, length);
                    for (int i = 0; i < length; i++) {
                        Array.set(array, i, type.read(in));
                    }
                    return array;
                });
    }

    private static void writeAll(Collection<?> all, ValueType element, ValueOutput out) throws IOException {
        out.writeInt(all.size());
        for (Object each : all) {
            element.write(each, out);
        }
    }
}
