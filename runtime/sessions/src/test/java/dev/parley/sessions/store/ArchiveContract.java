package dev.parley.sessions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.runtime.journal.Journal;
import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.query.Query;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How every store gives all that it keeps of a session away, and takes it in. */
abstract class ArchiveContract extends OpenStore {

    private static final List<String> EVENTS = List.of(
            "{\"a\" : [1, 2.50, 1e400],\n \"\u00fc\":\"\ud83d\ude00 \\u0041 \\\"\"}",
            "17",
            "\"text, with ] and }\"",
            "null",
            "[]",
            "-0.0",
            "true",
            "{\"deep\":{\"er\":[{}]}}");

    /** Whatever there is of a session, it is the same after it was written as JSON, read and kept by another store. */
    @Test
    void randomSessionsAreTheSameInAnotherStore() {
        Random random = new Random(11);
        for (int i = 0; i < 60; i++) {
            ManagedSession session = RandomQueries.session(i, random);
            Claim claim = store.create(session, "n1");
            fill(session.id(), claim, random);
            SessionArchive archive = store.archive(session.id());

            SessionArchive read = SessionArchive.parse(archive.toJson());
            assertThat(read).isEqualTo(archive);
            assertThat(read.session()).isEqualTo(session);
            SessionStore other = new MemoryStore();
            assertThat(other.restore(read, "n2")).isEqualTo(new Claim("n2", 1));
            assertThat(other.archive(session.id())).isEqualTo(archive);

            store.delete(session.id(), claim);
            assertThat(store.restore(other.archive(session.id()), "n3")).isEqualTo(new Claim("n3", 1));
            assertThat(store.archive(session.id())).isEqualTo(archive);
            assertThat(store.load(session.id())).contains(session);
        }
        assertThat(store.count(Query.all())).isEqualTo(60);
    }

    private void fill(String id, Claim claim, Random random) {
        for (int i = random.nextInt(20); i > 0; i--) {
            store.append(id, List.of(EVENTS.get(random.nextInt(EVENTS.size()))), claim);
        }
        store.forget(id, random.nextInt(5), claim);
        for (String name : List.of("talk", "\u00fc \"x\"").subList(0, random.nextInt(3))) {
            Journal journal = store.journal(id, name, claim);
            for (int i = random.nextInt(5); i > 0; i--) {
                byte[] entry = new byte[random.nextInt(40)];
                random.nextBytes(entry);
                journal.append(entry);
            }
        }
    }

    @Test
    void whatWasRestoredGoesOn() {
        Claim claim = store.create(session("s1", "chat"), "n1");
        store.append("s1", EVENTS, claim);
        store.forget("s1", 3, claim);
        store.journal("s1", "talk", claim).append(new byte[] {1});
        SessionArchive archive = SessionArchive.parse(store.archive("s1").toJson());
        store.delete("s1", claim);

        Claim again = store.restore(archive, "n2");

        assertThat(store.history("s1", 0, 1)).containsExactly(new HistoryEntry(4, "null"));
        assertThat(store.append("s1", List.of("1"), again)).isEqualTo(EVENTS.size() + 1L);
        assertThat(store.journal("s1", "talk", again).append(new byte[] {2})).isEqualTo(1);
    }

    @Test
    void whatIsThereIsNotOverwritten() {
        Claim claim = store.create(session("s1", "chat"), "n1");
        store.append("s1", EVENTS, claim);
        SessionArchive archive = store.archive("s1");

        assertThatExceptionOfType(SessionExistsException.class)
                .isThrownBy(() -> store.restore(archive, "n2"))
                .withMessageContaining("s1");
        SessionArchive namesake = new SessionArchive(
                session("s2", "chat"),
                1,
                List.of(new HistoryEntry(1, "{}")),
                Map.of("talk", List.of(ByteBuffer.allocate(1))));
        assertThatExceptionOfType(NameTakenException.class).isThrownBy(() -> store.restore(namesake, "n2"));
        assertThatExceptionOfType(UnknownSessionException.class).isThrownBy(() -> store.archive("s2"));
        assertThat(store.history("s2", 0, 10)).isEmpty();
        assertThat(store.archive("s1")).isEqualTo(archive);
    }
}
