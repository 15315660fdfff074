package dev.parley.compiler.protocol;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A payload type, independent of where it was read from. {@code toString} gives it as source code, fully qualified. */
public sealed interface TypeRef {

    /** A primitive type. */
    enum Primitive implements TypeRef {
        /** {@code boolean}. */
        BOOLEAN(8),
        /** {@code byte}. */
        BYTE(8),
        /** {@code short}. */
        SHORT(16),
        /** {@code char}. */
        CHAR(16),
        /** {@code int}. */
        INT(32),
        /** {@code long}. */
        LONG(64),
        /** {@code float}. */
        FLOAT(32),
        /** {@code double}. */
        DOUBLE(64);

        private final int bits;

        Primitive(int bits) {
            this.bits = bits;
        }

        /** Returns how many bits of a buffer's word a value takes. */
        public int bits() {
            return bits;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A class or interface.
     *
     * @param packageName empty for the unnamed package
     * @param simpleNames the type's name, the enclosing types' names before it
     * @param arguments its type arguments; empty for a raw or non-generic type
     */
    record Declared(String packageName, List<String> simpleNames, List<TypeRef> arguments) implements TypeRef {

        /** Copies the lists. */
        public Declared {
            simpleNames = List.copyOf(simpleNames);
            arguments = List.copyOf(arguments);
        }

        @Override
        public String toString() {
            String name = (packageName.isEmpty() ? "" : packageName + ".") + String.join(".", simpleNames);
            return arguments.isEmpty()
                    ? name
                    : name + arguments.stream().map(Object::toString).collect(Collectors.joining(", ", "<", ">"));
        }
    }

    /**
     * An array.
     *
     * @param component the type of its elements
     */
    record Array(TypeRef component) implements TypeRef {
        @Override
        public String toString() {
            return component + "[]";
        }
    }

    /**
     * A wildcard among the arguments of a declared type.
     *
     * @param bound which way it is bounded
     * @param type the bound; {@code java.lang.Object} for none
     */
    record Wildcard(Bound bound, TypeRef type) implements TypeRef {
        @Override
        public String toString() {
            return switch (bound) {
                case NONE -> "?";
                case EXTENDS -> "? extends " + type;
                case SUPER -> "? super " + type;
            };
        }
    }

    /** The ways a wildcard may be bounded. */
    enum Bound {
        /** {@code ?}. */
        NONE,
        /** {@code ? extends T}. */
        EXTENDS,
        /** {@code ? super T}. */
        SUPER
    }
}
