package dev.parley.maven.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A folder that holds generated sources and nothing else. What does not change is not touched, so that compilers need not read it again. */
public final class SourceFolder {

    private final Path folder;

    /**
     * Creates the folder's keeper.
     *
     * @param folder the folder, which is made when there is something to write
     */
    public SourceFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Lets the folder hold the given files only.
     *
     * @param files their texts by their paths in the folder
     * @return how many files have been written
     * @throws IOException if a file cannot be written or removed
     */
    public int update(Map<String, String> files) throws IOException {
        removeAllBut(files.keySet().stream().map(folder::resolve).toList());
        int written = 0;
        for (Map.Entry<String, String> each : files.entrySet()) {
            Path file = folder.resolve(each.getKey());
            if (!Files.exists(file) || !Files.readString(file).equals(each.getValue())) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, each.getValue());
                written++;
            }
        }
        return written;
    }

    private void removeAllBut(List<Path> kept) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> stale;
        try (Stream<Path> all = Files.walk(folder)) {
            stale = all.filter(path -> kept.stream().noneMatch(file -> file.startsWith(path)))
                    .sorted(Comparator.reverseOrder()) // what a folder holds goes before the folder
                    .toList();
        }
        for (Path path : stale) {
            Files.delete(path);
        }
    }
}
