package dev.parley.runtime.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What opening does with a file that is not as a journal left it. */
class DamagedFileTest {

    private static final int MAGIC = 8;

    /** A header of 16 bytes, a text of 5, and zeros up to the next multiple of 8. */
    private static final int FRAME = 24;

    @TempDir
    Path folder;

    private Path path;

    @BeforeEach
    void name() {
        path = folder.resolve("journal");
    }

    private byte[] written(int syncedAfter, String... texts) throws IOException {
        try (Journal journal = FileJournal.open(path)) {
            for (int i = 0; i < texts.length; i++) {
                Entries.append(journal, texts[i]);
                if (i + 1 == syncedAfter) {
                    journal.sync();
                }
            }
        }
        return Files.readAllBytes(path);
    }

    private void assertOpensWith(String... texts) {
        try (Journal journal = FileJournal.open(path)) {
            assertThat(Entries.of(journal)).containsExactly(texts);
            Entries.append(journal, "later");
        }
        try (Journal journal = FileJournal.open(path)) {
            assertThat(Entries.of(journal).subList(0, texts.length)).containsExactly(texts);
            assertThat(Entries.of(journal).subList(texts.length, (int) journal.size()))
                    .containsExactly("later");
        }
    }

    private void assertRefused(String... parts) {
        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> FileJournal.open(path))
                .withMessageContaining(path.toString())
                .withMessageContainingAll(parts);
    }

    /** Wherever writing stopped. */
    @ParameterizedTest
    @MethodSource("placesInTheLastFrame")
    void aTornTailIsCut(int length) throws IOException {
        Files.write(path, Arrays.copyOf(written(0, "first", "other", "third"), length));

        assertOpensWith("first", "other");
    }

    static IntStream placesInTheLastFrame() {
        return IntStream.range(MAGIC + 2 * FRAME, MAGIC + 3 * FRAME);
    }

    /** A file may be longer already than what was written to it. */
    @Test
    void zerosBehindTheLastEntryAreCut() throws IOException {
        Files.write(path, Arrays.copyOf(written(0, "first"), 5_000));

        assertOpensWith("first");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7})
    void aFileTornBeforeItsFirstEntryBeginsAnew(int length) throws IOException {
        Files.write(path, Arrays.copyOf(written(0), length));

        assertOpensWith();
    }

    /** Whatever bit it is, in an entry that others follow. */
    @ParameterizedTest
    @MethodSource("bytesOfTheFirstTwoFrames")
    void damageBeforeTheLastEntryIsRefused(int at) throws IOException {
        byte[] bytes = written(0, "first", "other", "third");
        bytes[at] ^= 0x10;
        Files.write(path, bytes);

        int entry = (at - MAGIC) / FRAME;
        assertRefused("is damaged", "entry " + entry + ", at byte " + (MAGIC + entry * FRAME), "from a backup");
        assertThat(Files.readAllBytes(path)).isEqualTo(bytes);
    }

    static Stream<Integer> bytesOfTheFirstTwoFrames() {
        // The last three bytes of each frame are zeros that mean nothing.
        return IntStream.range(0, 2 * FRAME).filter(i -> i % FRAME < FRAME - 3).mapToObj(i -> MAGIC + i);
    }

    @Test
    void damageInWhatWasSyncedIsRefused() throws IOException {
        byte[] bytes = written(2, "first", "other", "third");
        bytes[MAGIC + 20] ^= 1;
        Files.write(path, bytes);

        assertRefused("entry 0, at byte 8");
    }

    /** The disk may have written the third before the second; neither was acknowledged. */
    @Test
    void whatAPowerLossLeftBehindTheLastSyncIsCut() throws IOException {
        byte[] bytes = written(1, "first", "other", "third");
        Arrays.fill(bytes, MAGIC + FRAME, MAGIC + 2 * FRAME, (byte) 0);
        Files.write(path, bytes);

        assertOpensWith("first");
    }

    @Test
    void aFileOfAnotherKindIsRefusedAndLeftAlone() throws IOException {
        Files.writeString(path, "# Notes\n");

        assertRefused("is no journal", "PARLEYJ1");
        assertThat(path).hasContent("# Notes");
    }

    @Test
    void aFolderIsRefused() throws IOException {
        Files.createDirectory(path);

        assertRefused("cannot be opened");
    }

    @Test
    void aFileInUseIsRefused() {
        try (Journal journal = FileJournal.open(path)) {
            assertRefused("is in use");
            Entries.append(journal, "a");
        }
        assertOpensWith("a");
    }

    /** A channel would close itself. */
    @Test
    void anInterruptedThreadDoesNotEndItForOthers() {
        try (Journal journal = FileJournal.open(path)) {
            Thread.currentThread().interrupt();
            Entries.append(journal, "a");
            journal.sync();
            assertThat(Entries.of(journal)).containsExactly("a");
            assertThat(Thread.interrupted()).isTrue();
        }
        assertOpensWith("a");
    }
}
