package dev.parley.maven.bytecode;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InnerClassNode;

/** What a class path holds. Types are named as in class files: {@code java/util/Map$Entry}. */
public final class TypeLookup implements Closeable {

    private final ClassPath classPath;

    /**
     * Opens a class path.
     *
     * @param classPath folders and jars; what does not exist holds nothing
     */
    public TypeLookup(List<Path> classPath) {
        this.classPath = new ClassPath(classPath);
    }

    /**
     * Returns whether a type is there.
     *
     * @throws IOException if the class path cannot be read
     */
    public boolean contains(String type) throws IOException {
        return roots().stream().anyMatch(root -> Files.exists(root.resolve(type + ".class")));
    }

    /**
     * Returns whether a type and all types around it are public.
     *
     * @throws IOException if the class path cannot be read
     */
    public boolean isPublic(String type) throws IOException {
        try {
            TypeNames names = new TypeNames(classPath);
            String each = type;
            for (Optional<InnerClassNode> nested = names.enclosed(each);
                    nested.isPresent();
                    nested = names.enclosed(each)) {
                if ((nested.get().access & Opcodes.ACC_PUBLIC) == 0) {
                    return false;
                }
                each = nested.get().outerName;
            }
            return classPath
                    .find(each)
                    .filter(top -> (top.node().access & Opcodes.ACC_PUBLIC) != 0)
                    .isPresent();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Returns whether a package has types that are named like types of {@code java.lang}.
     *
     * @param packageName empty for the unnamed package
     * @throws IOException if the class path cannot be read
     */
    public boolean shadowsJavaLang(String packageName) throws IOException {
        for (Path root : roots()) {
            Path folder = root.resolve(packageName.replace('.', '/'));
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    if (files.map(file -> file.getFileName().toString()).anyMatch(TypeLookup::isInJavaLang)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean isInJavaLang(String file) {
        return file.endsWith(".class") && Object.class.getResource(file) != null;
    }

    private List<Path> roots() throws IOException {
        try {
            return classPath.roots();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        classPath.close();
    }
}
