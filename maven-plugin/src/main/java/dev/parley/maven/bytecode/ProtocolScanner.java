package dev.parley.maven.bytecode;

import dev.parley.compiler.diagnostic.Result;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds protocols in class files.
 *
 * <p>What it reads equals what the annotation processor reads from the source. Class files that do not mention
 * {@code @Protocol} are not looked into, whatever state they are in.
 */
public final class ProtocolScanner {

    private final List<Path> classPath;

    /**
     * Creates a scanner.
     *
     * @param classPath folders and jars in which referenced types are looked up, the scanned ones included
     */
    public ProtocolScanner(List<Path> classPath) {
        this.classPath = List.copyOf(classPath);
    }

    /**
     * Returns all protocols found in a folder or jar of class files, sorted by qualified name, each with what is wrong
     * with it. A folder that does not exist holds none.
     *
     * @throws IOException if the folder, the jar or the class file of a protocol cannot be read; the message names it
     */
    public List<Result<ProtocolDeclaration>> scan(Path folderOrJar) throws IOException {
        return List.copyOf(scanByName(folderOrJar).values());
    }

    /** Returns the same by the qualified names of the protocols, for those who do not want all. */
    public SortedMap<String, Result<ProtocolDeclaration>> scanByName(Path folderOrJar) throws IOException {
        SortedMap<String, Result<ProtocolDeclaration>> found = new TreeMap<>();
        try (ClassPath scanned = new ClassPath(List.of(folderOrJar));
                ClassPath referenced = new ClassPath(classPath)) {
            for (Path root : scanned.roots()) {
                for (Path file : classFiles(root)) {
                    read(file)
                            .filter(ProtocolReader::isProtocol)
                            .map(protocol -> new ProtocolReader(protocol, referenced))
                            .ifPresent(reader -> found.put(reader.qualifiedName(), reader.read()));
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return found;
    }

    /** Variants for other Java versions are left out: a protocol is the same for all. */
    private static List<Path> classFiles(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !root.relativize(file).startsWith("META-INF"))
                    .toList();
        }
    }

    private static Optional<ClassFile> read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(Annotation.PROTOCOL)
                ? Optional.of(ClassFile.parse(file, bytes))
                : Optional.empty();
    }
}
