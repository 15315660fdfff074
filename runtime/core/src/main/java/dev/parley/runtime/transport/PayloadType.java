package dev.parley.runtime.transport;

import java.io.IOException;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The type of a payload, or of a part of one.
 *
 * @param raw the class
 * @param arguments its type arguments; of an array, the type of its elements
 */
record PayloadType(Class<?> raw, List<PayloadType> arguments) {

    /** Copies the arguments. */
    PayloadType {
        arguments = List.copyOf(arguments);
    }

    static PayloadType arrayOf(PayloadType element) {
        return new PayloadType(element.raw.arrayType(), List.of(element));
    }

    /**
     * Returns a type as reflection has it.
     *
     * @param variables what its type variables stand for
     * @throws IOException if it is not known which class its values have
     */
    static PayloadType of(Type type, Map<TypeVariable<?>, PayloadType> variables) throws IOException {
        if (type instanceof Class<?> plain) {
            return plain.isArray()
                    ? arrayOf(of(plain.getComponentType(), variables))
                    : new PayloadType(plain, List.of());
        }
        if (type instanceof ParameterizedType generic) {
            List<PayloadType> arguments = new ArrayList<>();
            for (Type each : generic.getActualTypeArguments()) {
                arguments.add(of(each, variables));
            }
            return new PayloadType((Class<?>) generic.getRawType(), arguments);
        }
        if (type instanceof GenericArrayType array) {
            return arrayOf(of(array.getGenericComponentType(), variables));
        }
        if (type instanceof TypeVariable<?> variable && variables.containsKey(variable)) {
            return variables.get(variable);
        }
        if (type instanceof WildcardType wildcard && wildcard.getLowerBounds().length == 0) {
            return of(wildcard.getUpperBounds()[0], variables);
        }
        throw new IOException("of values of the type " + type.getTypeName() + " the class is not known");
    }

    @Override
    public String toString() {
        if (raw.isArray()) {
            return arguments.get(0) + "[]";
        }
        return raw.getName()
                + (arguments.isEmpty()
                        ? ""
                        : arguments.stream().map(Object::toString).collect(Collectors.joining(", ", "<", ">")));
    }
}
