package dev.parley.maven.compare;

import dev.parley.compiler.protocol.TypeRef;
import dev.parley.compiler.protocol.TypeRef.Bound;
import dev.parley.compiler.protocol.TypeRef.Declared;
import dev.parley.compiler.protocol.TypeRef.Primitive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Payload types as text that can be read back: as in source code, but with {@code $} before the name of a nested type, as
 * {@code shop.Order$Item} alone tells that {@code shop.Order} is not a package.
 */
final class TypeText {

    private final String text;
    private int at;

    private TypeText(String text) {
        this.text = text;
    }

    static String write(List<TypeRef> types) {
        return types.stream().map(TypeText::write).collect(Collectors.joining(", "));
    }

    private static String write(TypeRef type) {
        if (type instanceof Declared declared) {
            String prefix = declared.packageName().isEmpty() ? "" : declared.packageName() + ".";
            String arguments = declared.arguments().isEmpty() ? "" : "<" + write(declared.arguments()) + ">";
            return prefix + String.join("$", declared.simpleNames()) + arguments;
        }
        if (type instanceof TypeRef.Array array) {
            return write(array.component()) + "[]";
        }
        if (type instanceof TypeRef.Wildcard wildcard) {
            return switch (wildcard.bound()) {
                case NONE -> "?";
                case EXTENDS -> "? extends " + write(wildcard.type());
                case SUPER -> "? super " + write(wildcard.type());
            };
        }
        return type.toString();
    }

    /**
     * Reads types that are separated by commas.
     *
     * @throws IllegalArgumentException if they are not written as {@link #write} does; the message says what is wrong
     */
    static List<TypeRef> read(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        TypeText reader = new TypeText(text);
        List<TypeRef> types = reader.types();
        if (reader.at < text.length()) {
            throw new IllegalArgumentException("'" + text.substring(reader.at) + "' follows a type in '" + text + "'");
        }
        return types;
    }

    private List<TypeRef> types() {
        List<TypeRef> types = new ArrayList<>();
        do {
            types.add(type());
        } while (take(","));
        return types;
    }

    private TypeRef type() {
        if (take("?")) {
            if (take("extends ")) {
                return new TypeRef.Wildcard(Bound.EXTENDS, type());
            }
            return take("super ")
                    ? new TypeRef.Wildcard(Bound.SUPER, type())
                    : new TypeRef.Wildcard(Bound.NONE, new Declared("java.lang", List.of("Object"), List.of()));
        }
        String name = name();
        TypeRef type = primitive(name).<TypeRef>map(each -> each).orElseGet(() -> declared(name));
        while (take("[]")) {
            type = new TypeRef.Array(type);
        }
        return type;
    }

    private static Optional<Primitive> primitive(String name) {
        return Arrays.stream(Primitive.values())
                .filter(each -> each.toString().equals(name))
                .findFirst();
    }

    private TypeRef declared(String name) {
        int dot = name.lastIndexOf('.');
        List<TypeRef> arguments = List.of();
        if (take("<")) {
            arguments = types();
            if (!take(">")) {
                throw new IllegalArgumentException("a '>' is missing in '" + text + "'");
            }
        }
        String packageName = dot < 0 ? "" : name.substring(0, dot);
        return new Declared(packageName, List.of(name.substring(dot + 1).split("\\$", -1)), arguments);
    }

    private String name() {
        int start = at;
        while (at < text.length() && (Character.isJavaIdentifierPart(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        if (at == start) {
            throw new IllegalArgumentException("a type is missing in '" + text + "'");
        }
        return text.substring(start, at);
    }

    /** Takes the given text if it is next, with the spaces around it. */
    private boolean take(String expected) {
        int start = at;
        skipSpaces();
        if (!text.startsWith(expected, at)) {
            at = start;
            return false;
        }
        at += expected.length();
        skipSpaces();
        return true;
    }

    private void skipSpaces() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }
}
