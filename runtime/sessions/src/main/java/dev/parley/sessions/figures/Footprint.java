package dev.parley.sessions.figures;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Estimates how much of the heap an immutable value takes, by walking through it: records, collections, texts and times. Objects are as large as in
 * a HotSpot virtual machine of 64 bits with compressed references and texts: a header of 12 bytes, 16 of an array, 4 for a reference, and
 * all rounded up to 8. What is met twice is counted once; what the whole program shares, such as constants of enums and empty collections, is not
 * counted.
 */
public final class Footprint {

    private static final int HEADER = 12;
    private static final int ARRAY_HEADER = 16;
    private static final int REFERENCE = 4;
    private static final int ALIGNMENT = 8;

    /** A text holds a reference to its bytes, its hash, and two flags; a time holds a long and an int. */
    private static final long TEXT = aligned(HEADER + REFERENCE + Integer.BYTES + 2);

    private static final long TIME = aligned(HEADER + Long.BYTES + Integer.BYTES);

    /** A tree's node holds key, value, and three neighbours; the tree, and its wrappers, what stands around that. */
    private static final long NODE = aligned(HEADER + 5 * REFERENCE + 1);

    private static final long TREE = 4L * aligned(HEADER + 3 * REFERENCE);

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    /** The fields of a record, and how large it is without what they refer to. */
    private record Shape(List<RecordComponent> references, long size) {

        static Shape of(Class<?> type) {
            List<RecordComponent> all = List.of(type.getRecordComponents());
            int fields = all.stream().mapToInt(field -> size(field.getType())).sum();
            List<RecordComponent> references =
                    all.stream().filter(field -> !field.getType().isPrimitive()).toList();
            return new Shape(references, aligned(HEADER + fields));
        }

        private static int size(Class<?> type) {
            if (type == long.class || type == double.class) {
                return Long.BYTES;
            }
            return type == boolean.class || type == byte.class ? 1 : REFERENCE;
        }
    }

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private Footprint() {}

    /** Returns how many bytes of heap a value takes, about. */
    public static long bytes(Object value) {
        return new Footprint().of(value);
    }

    private static long aligned(long bytes) {
        return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    private long of(Object value) {
        if (isShared(value) || !seen.add(value)) {
            return 0;
        } else if (value instanceof String text) {
            boolean wide = text.chars().anyMatch(each -> each > 0xff);
            return TEXT + aligned(ARRAY_HEADER + (wide ? 2L : 1L) * text.length());
        } else if (value instanceof Record) {
            return ofRecord(value);
        } else if (value instanceof Optional<?> optional) {
            return aligned(HEADER + REFERENCE) + of(optional.orElseThrow());
        } else if (value instanceof List<?> list) {
            return aligned(HEADER + 2 * REFERENCE)
                    + aligned(ARRAY_HEADER + (long) REFERENCE * list.size())
                    + ofAll(list);
        } else if (value instanceof Collection<?> tree) {
            return TREE + NODE * tree.size() + ofAll(tree);
        } else if (value instanceof Map<?, ?> tree) {
            return TREE + NODE * tree.size() + ofAll(tree.keySet()) + ofAll(tree.values());
        }
        return TIME; // and boxed numbers, which are no larger
    }

    private static boolean isShared(Object value) {
        return value instanceof Enum<?>
                || value.equals(Optional.empty())
                || (value instanceof Collection<?> all && all.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
    }

    private long ofAll(Collection<?> values) {
        return values.stream().mapToLong(this::of).sum();
    }

    private long ofRecord(Object value) {
        Shape shape = SHAPES.get(value.getClass());
        long bytes = shape.size();
        for (RecordComponent field : shape.references()) {
            bytes += of(read(field, value));
        }
        return bytes;
    }

    private static Object read(RecordComponent field, Object value) {
        try {
            return field.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("The records of the model are public and do not throw", e);
        }
    }
}
