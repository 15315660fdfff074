package dev.parley.sessions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.runtime.journal.Journal;
import dev.parley.runtime.journal.JournalException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How every store keeps what has happened in a session, and what its conversations have done. */
abstract class HistoryContract extends ArchiveContract {

    private static final List<String> EVENTS =
            List.of("{\"type\":\"created\", \"by\":\"\u00fc \ud83d\ude00\"}", "[1,2]", "null");

    @Test
    void eventsAreNumberedAndGivenBackAsTheyWere() {
        Claim claim = store.create(session("s1", "chat"), "n1");
        store.create(session("s2", "talk"), "n1");

        assertThat(store.append("s1", EVENTS, claim)).isEqualTo(3);
        assertThat(store.append("s1", List.of("4"), claim)).isEqualTo(4);

        assertThat(store.history("s1", 0, 10))
                .containsExactly(
                        new HistoryEntry(1, EVENTS.get(0)),
                        new HistoryEntry(2, EVENTS.get(1)),
                        new HistoryEntry(3, EVENTS.get(2)),
                        new HistoryEntry(4, "4"));
        assertThat(store.history("s1", 1, 2)).extracting(HistoryEntry::number).containsExactly(2L, 3L);
        assertThat(store.history("s2", 0, 10)).isEmpty();
        assertThat(store.history("none", 0, 10)).isEmpty();
    }

    @Test
    void numbersAreNotUsedAgainWhenTheBeginningIsForgotten() {
        Claim claim = store.create(session("s1", "chat"), "n1");
        store.append("s1", EVENTS, claim);

        store.forget("s1", 2, claim);
        assertThat(store.history("s1", 0, 10)).containsExactly(new HistoryEntry(3, "null"));
        store.forget("s1", 100, claim);
        assertThat(store.append("s1", List.of("{}"), claim)).isEqualTo(4);
        store.save(session("s1", "renamed"), claim);

        assertThat(store.history("s1", 0, 10)).containsExactly(new HistoryEntry(4, "{}"));
    }

    @Test
    void allEventsOfACallAreKeptOrNone() {
        Claim claim = store.create(session("s1", "chat"), "n1");

        for (String text : List.of("{", "", "{} {}")) {
            assertThatIllegalArgumentException()
                    .as(text)
                    .isThrownBy(() -> store.append("s1", List.of("1", text), claim));
        }
        assertThat(store.history("s1", 0, 10)).isEmpty();
        assertThat(store.append("s1", List.of(), claim)).isZero();
    }

    @Test
    void whoeverWasOvertakenWritesNoHistoryAndNoJournal() {
        Claim slow = store.create(session("s1", "chat"), "n1");
        store.append("s1", EVENTS, slow);
        Journal late = store.journal("s1", "talk", slow);
        late.append(new byte[] {1});
        Claim taken = store.takeOver("s1", "n2", NOON).orElseThrow();

        assertThatExceptionOfType(StaleClaimException.class).isThrownBy(() -> store.append("s1", List.of("5"), slow));
        assertThatExceptionOfType(StaleClaimException.class).isThrownBy(() -> store.forget("s1", 3, slow));
        assertThatExceptionOfType(StaleClaimException.class).isThrownBy(() -> store.deleteJournal("s1", "talk", slow));
        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> late.append(new byte[] {2}))
                .withCauseInstanceOf(StaleClaimException.class)
                .withMessageContaining("n1 does not manage the session s1 any more");

        assertThat(store.history("s1", 0, 10)).hasSize(3);
        Journal fresh = store.journal("s1", "talk", taken);
        assertThat(fresh.append(new byte[] {3})).isEqualTo(1);
        assertThat(entries(fresh)).containsExactly("[1]", "[3]");
    }

    @Test
    void whatIsNotThereHasNoHistory() {
        Claim claim = new Claim("n1", 1);

        assertThatExceptionOfType(UnknownSessionException.class)
                .isThrownBy(() -> store.append("s1", List.of("1"), claim));
        assertThatExceptionOfType(UnknownSessionException.class).isThrownBy(() -> store.forget("s1", 1, claim));
        assertThatExceptionOfType(UnknownSessionException.class)
                .isThrownBy(() -> store.deleteJournal("s1", "talk", claim));
        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> store.journal("s1", "talk", claim).append(new byte[0]))
                .withCauseInstanceOf(UnknownSessionException.class);
    }

    @Test
    void journalsAreThereAgainWhenTheyAreOpenedAgain() {
        Claim claim = store.create(session("s1", "chat"), "n1");
        int many = 600; // more than are read at a time
        try (Journal journal = store.journal("s1", "talk", claim)) {
            for (int i = 0; i < many; i++) {
                assertThat(journal.append(new byte[] {(byte) i, (byte) (i >> 8)}))
                        .isEqualTo(i);
            }
            journal.sync();
        }
        store.journal("s1", "other", claim).append(new byte[0]);

        try (Journal journal = store.journal("s1", "talk", claim)) {
            assertThat(journal.size()).isEqualTo(many);
            assertThat(entries(journal))
                    .isEqualTo(IntStream.range(0, many)
                            .mapToObj(i -> "[" + (byte) i + ", " + (i >> 8) + "]")
                            .toList());
            List<Long> numbers = new ArrayList<>();
            journal.read(many - 2, (number, entry) -> numbers.add(number));
            assertThat(numbers).containsExactly(many - 2L, many - 1L);
        }
        assertThat(store.journals("s1")).containsExactly("other", "talk");
        store.deleteJournal("s1", "talk", claim);
        assertThat(store.journals("s1")).containsExactly("other");
        assertThat(store.journal("s1", "talk", claim).size()).isZero();
    }

    @Test
    void aJournalThatIsClosedTakesNothing() {
        Claim claim = store.create(session("s1", "chat"), "n1");
        Journal journal = store.journal("s1", "talk", claim);
        journal.close();
        journal.close();

        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> journal.append(new byte[0]))
                .withMessageContaining("closed");
        assertThatExceptionOfType(JournalException.class).isThrownBy(journal::sync);
        assertThatExceptionOfType(JournalException.class).isThrownBy(() -> journal.read(0, (number, entry) -> {}));
    }

    @Test
    void manyThreadsAppendAtTheSameTime() {
        Claim claim = store.create(session("s1", "chat"), "n1");
        try (Journal journal = store.journal("s1", "talk", claim)) {
            List<CompletableFuture<Void>> work = IntStream.range(0, 4)
                    .mapToObj(thread -> CompletableFuture.runAsync(() -> {
                        for (int i = 0; i < 20; i++) {
                            journal.append(new byte[] {(byte) thread});
                            store.append("s1", List.of("{}", "{}"), claim);
                        }
                    }))
                    .toList();
            work.forEach(CompletableFuture::join);

            assertThat(journal.size()).isEqualTo(80);
            assertThat(entries(journal)).hasSize(80);
        }
        assertThat(store.history("s1", 0, 1000))
                .extracting(HistoryEntry::number)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 160).boxed().toList());
    }

    @Test
    void nothingOfADeletedSessionComesBackWithAnotherOfItsId() {
        Claim claim = store.create(session("s1", "chat"), "n1");
        store.append("s1", EVENTS, claim);
        store.journal("s1", "talk", claim).append(new byte[] {1});

        store.delete("s1", claim);
        store.compact();

        assertThat(store.history("s1", 0, 10)).isEmpty();
        assertThat(store.journals("s1")).isEmpty();
        Claim again = store.create(session("s1", "chat"), "n1");
        assertThat(store.append("s1", List.of("1"), again)).isEqualTo(1);
        assertThat(store.journal("s1", "talk", again).size()).isZero();
    }

    private static List<String> entries(Journal journal) {
        List<String> entries = new ArrayList<>();
        journal.read(0, (number, entry) -> entries.add(Arrays.toString(entry)));
        return entries;
    }
}
