package dev.parley.maven.bytecode.linear;

import dev.parley.maven.bytecode.linear.ClassFacts.MethodFacts;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/** Looks up what classes declare: in folders, in jars, then in the JDK that runs this. */
final class Declarations implements Closeable {

    private final List<Path> folders = new ArrayList<>();
    private final List<JarFile> jars = new ArrayList<>();
    private final Map<String, Optional<ClassFacts>> known = new HashMap<>();

    /**
     * Opens a class path.
     *
     * @param entries folders and jars; those that do not exist are passed over, as by the JVM
     * @throws IOException if one is no jar
     */
    Declarations(List<Path> entries) throws IOException {
        for (Path entry : entries) {
            if (Files.isDirectory(entry)) {
                folders.add(entry);
            } else if (Files.isRegularFile(entry)) {
                jars.add(open(entry));
            }
        }
    }

    private static JarFile open(Path jar) throws IOException {
        try {
            return new JarFile(jar.toFile());
        } catch (IOException e) {
            throw new IOException(jar + " is on the class path and cannot be read as a jar: " + e.getMessage(), e);
        }
    }

    /** Returns what a class declares; empty if it is not found. */
    Optional<ClassFacts> find(String internalName) {
        Optional<ClassFacts> facts = known.get(internalName);
        if (facts == null) {
            facts = load(internalName).map(FactsReader::read);
            known.put(internalName, facts);
        }
        return facts;
    }

    /** Returns the declaration that a call means, found as the JVM does: in the class, its superclasses, its interfaces. */
    Optional<MethodFacts> method(String owner, String nameAndDescriptor) {
        @Nullable String each = owner;
        while (each != null) {
            Optional<ClassFacts> facts = find(each);
            if (facts.isEmpty()) {
                return Optional.empty();
            }
            MethodFacts method = facts.get().methods().get(nameAndDescriptor);
            if (method != null) {
                return Optional.of(method);
            }
            for (String superInterface : facts.get().interfaces()) {
                Optional<MethodFacts> inherited = method(superInterface, nameAndDescriptor);
                if (inherited.isPresent()) {
                    return inherited;
                }
            }
            each = facts.get().superName();
        }
        return Optional.empty();
    }

    /** Returns whether a class is another, or below it; false if that cannot be found out. */
    boolean isSubtype(String name, String of) {
        if (name.equals(of) || of.equals("java/lang/Object")) {
            return true;
        }
        Optional<ClassFacts> facts = find(name);
        if (facts.isEmpty()) {
            return false;
        }
        String superName = facts.get().superName();
        return (superName != null && isSubtype(superName, of))
                || facts.get().interfaces().stream().anyMatch(each -> isSubtype(each, of));
    }

    private Optional<byte[]> load(String internalName) {
        String file = internalName + ".class";
        try {
            for (Path folder : folders) {
                Path path = folder.resolve(file);
                if (Files.isRegularFile(path)) {
                    return Optional.of(Files.readAllBytes(path));
                }
            }
            for (JarFile jar : jars) {
                ZipEntry entry = jar.getEntry(file);
                if (entry != null) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        return Optional.of(in.readAllBytes());
                    }
                }
            }
            try (InputStream in = ClassLoader.getPlatformClassLoader().getResourceAsStream(file)) {
                return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("cannot read " + file + " from the class path", e);
        }
    }

    @Override
    public void close() throws IOException {
        for (JarFile jar : jars) {
            jar.close();
        }
    }
}
