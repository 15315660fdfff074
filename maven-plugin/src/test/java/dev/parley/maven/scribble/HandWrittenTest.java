package dev.parley.maven.scribble;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandWrittenTest {

    private static final Path FILE = Path.of("shop/Sale.java");

    @TempDir
    Path directory;

    @Test
    void whatWasEditedIsLeftAloneUnlessTheUserSaysOtherwise() throws IOException {
        new HandWritten(directory).write(Map.of(FILE, "imported"), false);
        Files.writeString(directory.resolve(FILE), "edited");

        HandWritten again = new HandWritten(directory);
        again.write(Map.of(FILE, "imported"), false);
        assertThat(again.kept()).containsExactly(directory.resolve(FILE));
        assertThat(again.written()).isEmpty();
        assertThat(directory.resolve(FILE)).hasContent("edited");

        HandWritten forced = new HandWritten(directory);
        forced.write(Map.of(FILE, "imported"), true);
        assertThat(forced.written()).containsExactly(directory.resolve(FILE));
        assertThat(directory.resolve(FILE)).hasContent("imported");
    }

    @Test
    void whatIsThereAlreadyIsNoReasonToComplain() throws IOException {
        new HandWritten(directory).write(Map.of(FILE, "imported"), false);

        HandWritten again = new HandWritten(directory);
        again.write(Map.of(FILE, "imported"), false);

        assertThat(again.kept()).isEmpty();
        assertThat(again.written()).isEmpty();
    }
}
