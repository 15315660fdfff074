package dev.parley.maven.bytecode;

import dev.parley.compiler.diagnostic.Origin;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A place in a class file. Class files tell lines of code only, and the steps of a protocol have none, so it is described
 * by names: {@code @Message on shop.TwoBuyer.title (shop/TwoBuyer.java in shop-1.0.jar)}.
 */
public final class ClassOrigin extends Origin {

    private final String name;
    private final Optional<String> annotation;
    private final Optional<String> sourceFile;
    private final OptionalInt line;
    private final Optional<String> jar;

    private ClassOrigin(
            String name,
            Optional<String> annotation,
            Optional<String> sourceFile,
            OptionalInt line,
            Optional<String> jar) {
        this.name = name;
        this.annotation = annotation;
        this.sourceFile = sourceFile;
        this.line = line;
        this.jar = jar;
    }

    /** Returns the place of a type; the name is its qualified one. */
    static ClassOrigin of(ClassFile type, String name) {
        return new ClassOrigin(
                name,
                Optional.empty(),
                sourceFile(type.node().name, type.node().sourceFile),
                OptionalInt.empty(),
                ClassFile.container(type.path()));
    }

    private static Optional<String> sourceFile(String internalName, @Nullable String file) {
        return Optional.ofNullable(file).map(internalName.substring(0, internalName.lastIndexOf('/') + 1)::concat);
    }

    /** Returns the place of a method of this type. */
    ClassOrigin method(MethodNode method) {
        return new ClassOrigin(name + "." + method.name, Optional.empty(), sourceFile, firstLine(method), jar);
    }

    private static OptionalInt firstLine(MethodNode method) {
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof LineNumberNode number) {
                return OptionalInt.of(number.line);
            }
        }
        return OptionalInt.empty();
    }

    /** Returns the place of a parameter of this method. */
    ClassOrigin parameter(String parameter) {
        return new ClassOrigin(name + "." + parameter, Optional.empty(), sourceFile, line, jar);
    }

    /** Returns the place of an annotation of this element. */
    ClassOrigin annotation(String simpleName) {
        return new ClassOrigin(name, Optional.of(simpleName), sourceFile, line, jar);
    }

    /** Returns the element's qualified name, such as {@code shop.TwoBuyer.title}. */
    public String name() {
        return name;
    }

    /** Returns the source file, relative to the folder of sources, such as {@code shop/TwoBuyer.java}. */
    public Optional<String> sourceFile() {
        return sourceFile;
    }

    /** Returns the first line of code of a method that has code. */
    public OptionalInt line() {
        return line;
    }

    @Override
    public String description() {
        StringBuilder text = new StringBuilder();
        annotation.ifPresent(simpleName -> text.append('@').append(simpleName).append(" on "));
        text.append(name);
        String source = sourceFile.orElse("") + (line.isPresent() ? ":" + line.getAsInt() : "");
        String where = source
                + jar.map(file -> (source.isEmpty() ? "in " : " in ") + file).orElse("");
        return where.isEmpty() ? text.toString() : text + " (" + where + ")";
    }
}
