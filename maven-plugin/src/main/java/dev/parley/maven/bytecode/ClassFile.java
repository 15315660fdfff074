package dev.parley.maven.bytecode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/**
 * A class file that has been read.
 *
 * @param path where it was read from; a path inside a jar if it is in one
 * @param node what it says
 */
record ClassFile(Path path, ClassNode node) {

    private static final int OFFSET_OF_MAJOR_VERSION = 6;

    /** The class file version of Java N is N plus this. */
    private static final int VERSION_BEFORE_JAVA_1 = 44;

    /**
     * Reads a class file.
     *
     * @throws UncheckedIOException if it cannot be read, is of a Java version that is too new, or is no class file
     */
    static ClassFile read(Path path) {
        try {
            return parse(path, Files.readAllBytes(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a class file from its bytes; the path is where they were found. */
    static ClassFile parse(Path path, byte[] bytes) {
        ClassNode node = new ClassNode(Opcodes.ASM9);
        try {
            new ClassReader(bytes).accept(node, ClassReader.SKIP_FRAMES);
        } catch (RuntimeException e) { // ASM checks nothing and stumbles somewhere
            throw new UncheckedIOException(new IOException("cannot read " + name(path) + ": " + why(bytes, e), e));
        }
        return new ClassFile(path, node);
    }

    private static String why(byte[] bytes, RuntimeException e) {
        String message = String.valueOf(e.getMessage());
        if (message.startsWith("Unsupported class file")) {
            int java = (Byte.toUnsignedInt(bytes[OFFSET_OF_MAJOR_VERSION]) << 8
                            | Byte.toUnsignedInt(bytes[OFFSET_OF_MAJOR_VERSION + 1]))
                    - VERSION_BEFORE_JAVA_1;
            return "it is compiled for Java " + java
                    + ", which is newer than this version of Parley knows; compile it with an earlier --release, or use a newer version of Parley";
        }
        return "it is no valid class file; build it anew";
    }

    /** Returns a path in words; one inside a jar with the name of the jar. */
    static String name(Path path) {
        return container(path).map(jar -> path + " in " + jar).orElseGet(path::toString);
    }

    /** Returns the jar that a path is inside of. */
    static Optional<String> container(Path path) {
        String uri = path.toUri().toString();
        int end = uri.lastIndexOf("!/");
        return end < 0 ? Optional.empty() : Optional.of(uri.substring(uri.lastIndexOf('/', end - 1) + 1, end));
    }

    /**
     * Reads the class file of a type nested in this one.
     *
     * @param internalName the nested type's name, as in class files
     * @throws UncheckedIOException if it is missing or cannot be read
     */
    ClassFile nested(String internalName) {
        Path sibling = path.resolveSibling(internalName.substring(internalName.lastIndexOf('/') + 1) + ".class");
        if (!Files.exists(sibling)) {
            throw new UncheckedIOException(new IOException("cannot read " + name(path) + ": it has a nested type in "
                    + sibling.getFileName() + ", which is missing; build it anew"));
        }
        return read(sibling);
    }

    boolean isInterface() {
        return has(Opcodes.ACC_INTERFACE) && !has(Opcodes.ACC_ANNOTATION);
    }

    boolean isGeneric() {
        return node.signature != null && node.signature.startsWith("<");
    }

    /** Returns what the type is, such as {@code a record}. */
    String kind() {
        if (has(Opcodes.ACC_ANNOTATION)) {
            return "an annotation type";
        }
        if (has(Opcodes.ACC_ENUM)) {
            return "an enum";
        }
        if (has(Opcodes.ACC_INTERFACE)) {
            return "an interface";
        }
        return has(Opcodes.ACC_RECORD) ? "a record" : "a class";
    }

    private boolean has(int flag) {
        return (node.access & flag) != 0;
    }
}
