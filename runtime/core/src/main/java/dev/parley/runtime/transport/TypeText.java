package dev.parley.runtime.transport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads types as protocols write them: as source code, fully qualified. Only classes that a protocol names are looked for, none that a message does. */
final class TypeText {

    private static final String EXTENDS = "? extends ";

    private final String text;
    private final ClassLoader loader;
    private int at;

    private TypeText(String text, ClassLoader loader) {
        this.text = text;
        this.loader = loader;
    }

    /**
     * Returns the type that a text names.
     *
     * @param loader finds its classes
     * @throws IOException if the text is no type, or one of its classes is not found
     */
    static PayloadType parse(String text, ClassLoader loader) throws IOException {
        TypeText reading = new TypeText(text, loader);
        PayloadType type = reading.type();
        if (reading.at < text.length()) {
            throw new IOException("'" + text + "' is no type that can be encoded");
        }
        return type;
    }

    private PayloadType type() throws IOException {
        skip(EXTENDS);
        int start = at;
        while (at < text.length() && "<>,[]".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        Class<?> raw = find(text.substring(start, at));
        List<PayloadType> arguments = new ArrayList<>();
        if (skip("<")) {
            do {
                arguments.add(type());
            } while (skip(", "));
            skip(">");
        }
        PayloadType type = new PayloadType(raw, arguments);
        while (skip("[]")) {
            type = PayloadType.arrayOf(type);
        }
        return type;
    }

    private boolean skip(String expected) {
        boolean there = text.startsWith(expected, at);
        at += there ? expected.length() : 0;
        return there;
    }

    private Class<?> find(String name) throws IOException {
        Class<?> primitive = BasicTypes.primitive(name);
        return primitive != null
                ? primitive
                : loaded(name).orElseThrow(() -> new IOException("the class " + name + " is not found"));
    }

    /** Source code does not tell packages from enclosing classes. */
    private Optional<Class<?>> loaded(String name) {
        try {
            return Optional.of(Class.forName(name, false, loader));
        } catch (ClassNotFoundException | LinkageError e) {
            int dot = name.lastIndexOf('.');
            return dot < 0 ? Optional.empty() : loaded(name.substring(0, dot) + "$" + name.substring(dot + 1));
        }
    }
}
