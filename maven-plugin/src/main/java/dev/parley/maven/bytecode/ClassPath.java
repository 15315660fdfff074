package dev.parley.maven.bytecode;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Folders and jars of class files. Entries that do not exist hold nothing. Jars are opened once something is looked for,
 * and stay open until this is closed.
 */
final class ClassPath implements Closeable {

    private final List<Path> entries;
    private final List<FileSystem> jars = new ArrayList<>();
    private final List<Path> roots = new ArrayList<>();
    private boolean opened;

    ClassPath(List<Path> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * Returns the folders, those that jars consist of too.
     *
     * @throws UncheckedIOException if an entry is a file and no jar
     */
    List<Path> roots() {
        if (!opened) {
            opened = true;
            entries.forEach(this::open);
        }
        return roots;
    }

    private void open(Path entry) {
        if (Files.isDirectory(entry)) {
            roots.add(entry);
        } else if (Files.exists(entry)) {
            FileSystem jar = openJar(entry);
            jars.add(jar);
            jar.getRootDirectories().forEach(roots::add);
        }
    }

    private static FileSystem openJar(Path file) {
        try {
            return FileSystems.newFileSystem(file);
        } catch (IOException | ProviderNotFoundException e) {
            throw new UncheckedIOException(
                    new IOException("cannot read " + file + ": it is neither a folder of class files nor a jar", e));
        }
    }

    /**
     * Returns the class file of a type, or nothing if it is not on this path.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    Optional<ClassFile> find(String internalName) {
        return roots().stream()
                .map(root -> root.resolve(internalName + ".class"))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(ClassFile::read);
    }

    @Override
    public void close() throws IOException {
        for (FileSystem jar : jars) {
            jar.close();
        }
    }
}
