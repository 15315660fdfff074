package dev.parley.maven.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of generated sources changes no more than it has to. */
class SourceFolderTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(0);

    @TempDir
    private Path directory;

    @Test
    void whatIsUnchangedIsNotWrittenAndWhatIsStaleIsRemoved() throws IOException {
        Path folder = directory.resolve("generated");
        SourceFolder sources = new SourceFolder(folder);

        assertThat(sources.update(Map.of("a/A.java", "a", "a/B.java", "b", "c/C.java", "c")))
                .isEqualTo(3);
        Files.setLastModifiedTime(folder.resolve("a/A.java"), LONG_AGO);
        assertThat(sources.update(Map.of("a/A.java", "a", "a/B.java", "changed")))
                .isEqualTo(1);

        assertThat(Files.getLastModifiedTime(folder.resolve("a/A.java"))).isEqualTo(LONG_AGO);
        assertThat(folder.resolve("a/B.java")).hasContent("changed");
        assertThat(folder.resolve("c")).doesNotExist();
    }

    @Test
    void nothingToWriteLeavesNoFolder() throws IOException {
        Path folder = directory.resolve("generated");

        assertThat(new SourceFolder(folder).update(Map.of())).isZero();
        assertThat(folder).doesNotExist();

        new SourceFolder(folder).update(Map.of("A.java", "a"));
        assertThat(new SourceFolder(folder).update(Map.of())).isZero();
        assertThat(folder).doesNotExist();
    }
}
