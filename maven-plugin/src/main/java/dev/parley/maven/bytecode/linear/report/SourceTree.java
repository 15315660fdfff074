package dev.parley.maven.bytecode.linear.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the sources are: class files name only the package and the file. */
public final class SourceTree {

    private final Path base;
    private final List<Path> roots;

    /**
     * Creates a tree.
     *
     * @param base the folder that paths are told from
     * @param roots the folders in which packages begin
     */
    public SourceTree(Path base, List<Path> roots) {
        this.base = base;
        this.roots = List.copyOf(roots);
    }

    /** Returns the path of a source file from the base, with slashes; the same path where no root has the file. */
    public String locate(String file) {
        for (Path root : roots) {
            Path source = root.resolve(file);
            if (Files.exists(source)) {
                return base.relativize(source).toString().replace('\\', '/');
            }
        }
        return file;
    }
}
