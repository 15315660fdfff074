package dev.parley.runtime.transport;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How values are written, by the types that protocols declare; each is found out once. Safe for use by many threads. */
final class ValueTypes {

    private final Map<String, ValueType> known = new ConcurrentHashMap<>();

    /**
     * Returns how values of a type are written.
     *
     * @param name the type as source code, fully qualified
     * @throws IOException if they cannot be, with the reason
     */
    ValueType named(String name) throws IOException {
        ValueType type = known.get(name);
        if (type == null) {
            ClassLoader context = Thread.currentThread().getContextClassLoader();
            ClassLoader loader = context == null ? ValueTypes.class.getClassLoader() : context;
            type = new Construction().of(TypeText.parse(name, loader));
            known.put(name, type);
        }
        return type;
    }

    /** Finds out how values of one type are written. */
    private static final class Construction {

        /** Generic records may contain ever longer types. */
        private static final int MOST_RECORDS = 200;

        private final Map<PayloadType, Knot> records = new HashMap<>();

        ValueType of(PayloadType type) throws IOException {
            ValueType basic = BasicTypes.of(type.raw());
            if (basic != null) {
                return basic;
            }
            if (type.raw().isArray()) {
                PayloadType element = type.arguments().get(0);
                return Containers.array(element.raw(), of(element));
            }
            if (type.raw().isEnum()) {
                return constants(type.raw());
            }
            return type.raw().isRecord() ? record(type) : container(type);
        }

        private ValueType container(PayloadType type) throws IOException {
            Class<?> raw = type.raw();
            List<PayloadType> arguments = type.arguments();
            if (arguments.size() == 1) {
                if (raw == List.class || raw == Collection.class) {
                    return Containers.list(of(arguments.get(0)));
                }
                if (raw == Set.class) {
                    return Containers.set(of(arguments.get(0)));
                }
                if (raw == Optional.class) {
                    return Containers.optional(of(arguments.get(0)));
                }
            }
            if (raw == Map.class && arguments.size() == 2) {
                return Containers.map(of(arguments.get(0)), of(arguments.get(1)));
            }
            throw new IOException(
                    type + " is neither a basic type nor a record, an enum, a collection or an array of such;"
                            + " write a codec for it");
        }

        /** By name, so that constants may change places. */
        private static ValueType constants(Class<?> type) {
            Map<String, Object> byName = new HashMap<>();
            for (Object each : type.getEnumConstants()) {
                byName.put(((Enum<?>) each).name(), each);
            }
            return ValueType.of((value, out) -> BasicTypes.writeText(((Enum<?>) value).name(), out), in -> {
                String name = BasicTypes.readText(in);
                Object constant = byName.get(name);
                if (constant == null) {
                    throw new IOException(type.getName() + " has no constant " + name);
                }
                return constant;
            });
        }

        private ValueType record(PayloadType type) throws IOException {
            Knot met = records.get(type);
            if (met != null) {
                return met.later();
            }
            if (records.size() == MOST_RECORDS) {
                throw new IOException(type + " is met behind " + MOST_RECORDS + " other records; write a codec for it");
            }
            Knot knot = new Knot();
            records.put(type, knot);
            Map<TypeVariable<?>, PayloadType> variables = new HashMap<>();
            TypeVariable<?>[] parameters = type.raw().getTypeParameters();
            for (int i = 0; i < type.arguments().size(); i++) {
                variables.put(parameters[i], type.arguments().get(i));
            }
            List<ValueType> components = new ArrayList<>();
            for (RecordComponent each : type.raw().getRecordComponents()) {
                components.add(of(PayloadType.of(each.getGenericType(), variables)));
            }
            knot.tied = RecordType.of(type.raw(), components);
            return knot.tied;
        }
    }

    /** A record that may contain others of its type. */
    private static final class Knot {

        private @Nullable ValueType tied;

        private ValueType later() {
            return ValueType.of(
                    (value, out) -> tied().write().write(value, out),
                    in -> tied().read().read(in));
        }

        private ValueType tied() {
            if (tied == null) {
                throw new IllegalStateException("the type is not known yet");
            }
            return tied;
        }
    }
}
