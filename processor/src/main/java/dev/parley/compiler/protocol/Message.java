package dev.parley.compiler.protocol;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a message is to the theory and on the wire: its label and the types of its payload. Parameter names are not part of it.
 *
 * @param label the label
 * @param payload the types of the payload
 */
public record Message(Label label, List<TypeRef> payload) {

    /** Copies the payload. */
    public Message {
        payload = List.copyOf(payload);
    }

    @Override
    public String toString() {
        return label + payload.stream().map(Message::shortName).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String shortName(TypeRef type) {
        if (type instanceof TypeRef.Declared declared) {
            String name = declared.simpleNames().get(declared.simpleNames().size() - 1);
            return declared.arguments().isEmpty()
                    ? name
                    : name
                            + declared.arguments().stream()
                                    .map(Message::shortName)
                                    .collect(Collectors.joining(", ", "<", ">"));
        }
        if (type instanceof TypeRef.Array array) {
            return shortName(array.component()) + "[]";
        }
        if (type instanceof TypeRef.Wildcard wildcard) {
            return switch (wildcard.bound()) {
                case NONE -> "?";
                case EXTENDS -> "? extends " + shortName(wildcard.type());
                case SUPER -> "? super " + shortName(wildcard.type());
            };
        }
        return type.toString();
    }
}
