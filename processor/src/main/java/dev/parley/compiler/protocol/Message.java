package dev.parley.compiler.protocol;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a message is to the theory and on the wire: its label and the types of its payload. Parameter names are not part of it.
 *
 * @param label the label
 * @param payload the types of the payload
 * @param crash whether its sender never sends it: those who receive it learn that the sender has crashed
 */
public record Message(Label label, List<TypeRef> payload, boolean crash) {

    /** Copies the payload. */
    public Message {
        payload = List.copyOf(payload);
    }

    /** Creates a message that is sent. */
    public Message(Label label, List<TypeRef> payload) {
        this(label, payload, false);
    }

    /** Returns the message by which a crash is told. */
    public static Message crash(Label label) {
        return new Message(label, List.of(), true);
    }

    @Override
    public String toString() {
        return label
                + payload.stream().map(Message::shortName).collect(Collectors.joining(", ", "(", ")"))
                + (crash ? " on crash" : "");
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
