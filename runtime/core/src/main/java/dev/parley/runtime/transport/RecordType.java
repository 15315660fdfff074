package dev.parley.runtime.transport;

import java.io.IOException;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records: each component in the order of their declaration. They are made by their canonical constructor, which may refuse values. */
final class RecordType {

    private final Constructor<?> constructor;
    private final List<Method> accessors;
    private final List<ValueType> components;

    private RecordType(Constructor<?> constructor, List<Method> accessors, List<ValueType> components) {
        this.constructor = constructor;
        this.accessors = accessors;
        this.components = components;
    }

    /**
     * Returns how records of a class are written.
     *
     * @param components how their components are
     * @throws IOException if the class is closed to this one
     */
    static ValueType of(Class<?> type, List<ValueType> components) throws IOException {
        RecordComponent[] declared = type.getRecordComponents();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Stream.of(declared).map(RecordComponent::getType).toArray(Class<?>[]::new));
            List<Method> accessors =
                    Stream.of(declared).map(RecordComponent::getAccessor).toList();
            open(constructor);
            accessors.forEach(RecordType::open);
            RecordType record = new RecordType(constructor, accessors, List.copyOf(components));
            return ValueType.of(record::write, record::read);
        } catch (NoSuchMethodException | InaccessibleObjectException e) {
            throw new IOException(type.getName() + " is closed to " + RecordType.class.getModule() + ": " + e, e);
        }
    }

    private static void open(AccessibleObject member) {
        member.setAccessible(true);
    }

    private void write(Object value, ValueOutput out) throws IOException {
        for (int i = 0; i < accessors.size(); i++) {
            components.get(i).write(component(accessors.get(i), value), out);
        }
    }

    private static @Nullable Object component(Method accessor, Object value) throws IOException {
        try {
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw failure(accessor, e);
        }
    }

    private Object read(ValueInput in) throws IOException {
        List<@Nullable Object> values = new ArrayList<>();
        for (ValueType component : components) {
            values.add(component.read(in));
        }
        try {
            return constructor.newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw failure(constructor, e);
        }
    }

    private static IOException failure(Object member, ReflectiveOperationException e) {
        Throwable cause =
                e instanceof InvocationTargetException thrown && thrown.getCause() != null ? thrown.getCause() : e;
        return new IOException(member + " has failed: " + cause, cause);
    }
}
