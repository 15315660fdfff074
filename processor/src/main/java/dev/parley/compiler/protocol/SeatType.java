package dev.parley.compiler.protocol;

import java.util.List;
import java.util.Optional;

/**
 * A payload type that hands over the right to play a role: the runtime's {@code Seat} or {@code Seat.At}.
 *
 * @param type the type
 * @param inBlock whether it is {@code Seat.At}, which names a block too
 */
public record SeatType(TypeRef.Declared type, boolean inBlock) {

    private static final String PACKAGE = "dev.parley.runtime";

    /** Returns a type as that of a seat; empty where it is another type. */
    public static Optional<SeatType> of(TypeRef type) {
        if (type instanceof TypeRef.Declared declared && declared.packageName().equals(PACKAGE)) {
            if (declared.simpleNames().equals(List.of("Seat"))) {
                return Optional.of(new SeatType(declared, false));
            }
            if (declared.simpleNames().equals(List.of("Seat", "At"))) {
                return Optional.of(new SeatType(declared, true));
            }
        }
        return Optional.empty();
    }

    /** Returns the role, if the type names a class. */
    public Optional<TypeRef.Declared> role() {
        return argument(0);
    }

    /** Returns the block, if the type names a class. */
    public Optional<TypeRef.Declared> block() {
        return argument(1);
    }

    private Optional<TypeRef.Declared> argument(int index) {
        return index < type.arguments().size() && type.arguments().get(index) instanceof TypeRef.Declared declared
                ? Optional.of(declared)
                : Optional.empty();
    }

    /** Returns the simple name of a role or block. */
    public static String nameOf(TypeRef.Declared nested) {
        return nested.simpleNames().get(nested.simpleNames().size() - 1);
    }

    /** Returns the qualified name of the protocol that a role or block is nested in. */
    public static String protocolOf(TypeRef.Declared nested) {
        String around = String.join(
                ".", nested.simpleNames().subList(0, nested.simpleNames().size() - 1));
        return nested.packageName().isEmpty() ? around : nested.packageName() + "." + around;
    }
}
