package dev.parley.maven.scribble;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts files beside those that people write by hand, and leaves those alone. */
public final class HandWritten {

    private final Path folder;
    private final List<Path> written = new ArrayList<>();
    private final List<Path> kept = new ArrayList<>();

    /** Creates a writer of files below a folder. */
    public HandWritten(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes the files.
     *
     * @param files their paths below the folder, and their text
     * @param overwrite whether files that are there with another text are replaced; else they are {@linkplain #kept kept}
     */
    public void write(Map<Path, String> files, boolean overwrite) throws IOException {
        for (Map.Entry<Path, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            if (!Files.exists(path) || overwrite) {
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.writeString(path, file.getValue());
                written.add(path);
            } else if (!Files.readString(path).equals(file.getValue())) {
                kept.add(path);
            }
        }
    }

    /** Returns the files written. */
    public List<Path> written() {
        return List.copyOf(written);
    }

    /** Returns the files that were there with another text. */
    public List<Path> kept() {
        return List.copyOf(kept);
    }
}
