package dev.parley.runtime.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.runtime.Async;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every journal promises. */
class JournalContractTest {

    enum Kind {
        MEMORY,
        FILE;

        Journal open(Path folder) {
            return this == MEMORY ? new MemoryJournal() : FileJournal.open(folder.resolve("journal"));
        }
    }

    @TempDir
    Path folder;

    private final List<Journal> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(Journal::close);
    }

    private Journal open(Kind kind) {
        Journal journal = kind.open(folder);
        opened.add(journal);
        return journal;
    }

    @ParameterizedTest
    @EnumSource
    void keepsEntriesInOrder(Kind kind) {
        Journal journal = open(kind);
        assertThat(journal.append(new byte[] {1})).isZero();
        assertThat(journal.append(new byte[0])).isEqualTo(1);
        assertThat(journal.append(new byte[] {2, 3, 4, 5, 6, 7, 8, 9, 10})).isEqualTo(2);

        List<byte[]> read = new ArrayList<>();
        journal.read(0, (number, entry) -> {
            assertThat(number).isEqualTo(read.size());
            read.add(entry);
        });

        assertThat(journal.size()).isEqualTo(3);
        assertThat(read).containsExactly(new byte[] {1}, new byte[0], new byte[] {2, 3, 4, 5, 6, 7, 8, 9, 10});
    }

    @ParameterizedTest
    @EnumSource
    void readsFromTheEntryAskedFor(Kind kind) {
        Journal journal = open(kind);
        Entries.append(journal, "a", "b", "c");
        List<String> read = new ArrayList<>();

        journal.read(1, (number, entry) -> read.add(number + new String(entry, StandardCharsets.UTF_8)));
        journal.read(3, (number, entry) -> read.add("none"));

        assertThat(read).containsExactly("1b", "2c");
    }

    @ParameterizedTest
    @EnumSource
    void keepsWhatWasAppendedNotWhatTheArrayHoldsLater(Kind kind) {
        Journal journal = open(kind);
        byte[] entry = {'a'};
        journal.append(entry);
        entry[0] = 'b';

        journal.read(0, (number, read) -> read[0]++);

        assertThat(Entries.of(journal)).containsExactly("a");
    }

    @ParameterizedTest
    @EnumSource
    void canBeAppendedToWhileItIsRead(Kind kind) {
        Journal journal = open(kind);
        Entries.append(journal, "a", "b");

        journal.read(0, (number, entry) -> journal.append(entry));

        assertThat(Entries.of(journal)).containsExactly("a", "b", "a", "b");
    }

    @ParameterizedTest
    @EnumSource
    void takesEntriesOfManyThreadsEachWhole(Kind kind) {
        Journal journal = open(kind);
        List<CompletableFuture<Void>> writing = IntStream.range(0, 4)
                .mapToObj(writer -> Async.run(() -> {
                    for (int i = 0; i < 250; i++) {
                        Entries.append(journal, writer + ":" + i);
                        if (i % 50 == 0) {
                            journal.sync();
                        }
                    }
                }))
                .toList();
        writing.forEach(CompletableFuture::join);

        assertThat(Entries.of(journal)).hasSize(1000);
        for (int writer = 0; writer < 4; writer++) {
            String mine = writer + ":";
            assertThat(Entries.of(journal).stream().filter(entry -> entry.startsWith(mine)))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 250).mapToObj(i -> mine + i).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatIsTooLong(Kind kind) {
        Journal journal = open(kind);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> journal.append(new byte[Journal.MAX_ENTRY + 1]))
                .withMessageContaining("16777217 bytes")
                .withMessageContaining("16777216 at most");
        journal.append(new byte[Journal.MAX_ENTRY]);
        assertThat(journal.size()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void refusesEverythingOnceItIsClosed(Kind kind) {
        Journal journal = open(kind);
        journal.close();
        journal.close();

        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> Entries.append(journal, "a"))
                .withMessageContaining("is closed");
        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(journal::sync)
                .withMessageContaining("is closed");
    }

    @Test
    void aFileHasItAgainWhenOpenedAnew() {
        try (Journal journal = Kind.FILE.open(folder)) {
            Entries.append(journal, "a", "b");
        }
        Journal journal = open(Kind.FILE);
        Entries.append(journal, "c");

        assertThat(journal.size()).isEqualTo(3);
        assertThat(Entries.of(journal)).containsExactly("a", "b", "c");
    }
}
