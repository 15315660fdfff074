package dev.parley.sessions.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.model.ManagedStatus;
import dev.parley.sessions.query.Condition;
import dev.parley.sessions.query.Key;
import dev.parley.sessions.query.Query;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hundred thousand sessions in one file, from several threads: all are there, each as it was written last, and deleted ones leave no room behind. */
class SoakTest {

    private static final int SESSIONS = 100_000;
    private static final int THREADS = 4;
    private static final int DOMAINS = 1_000;

    private static ManagedSession session(int number) {
        return OpenStore.session(id(number), "name " + number).toBuilder()
                .owner("owner " + number % 500)
                .status(ManagedStatus.ACTIVE, "")
                .tags(number % 100 == 0 ? Set.of("round") : Set.of())
                .metadata(Map.of("domain", "d" + number % DOMAINS))
                .build();
    }

    private static ManagedSession later(int number) {
        return session(number).toBuilder()
                .status(number % 2 == 0 ? ManagedStatus.COMPLETED : ManagedStatus.IDLE, "because")
                .lastActivity(OpenStore.NOON.plusSeconds(number))
                .build();
    }

    private static String id(int number) {
        return "session-" + number;
    }

    private interface Step {
        void with(int number);
    }

    private static void inThreads(Step step) {
        List<CompletableFuture<Void>> all = IntStream.range(0, THREADS)
                .mapToObj(thread -> CompletableFuture.runAsync(() -> {
                    for (int number = thread; number < SESSIONS; number += THREADS) {
                        step.with(number);
                    }
                }))
                .toList();
        all.forEach(CompletableFuture::join);
    }

    @Test
    void aHundredThousandSessionsAreKept(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("sessions.db");
        Claim claim = new Claim("n1", 1);
        StoreOptions options = StoreOptions.defaults().indexed("domain");
        try (SessionStore store = JdbcStore.sqlite(file, options)) {
            inThreads(number -> store.create(session(number), "n1"));
            inThreads(number -> {
                store.save(later(number), claim);
                if (number % 10 == 0) {
                    store.append(id(number), List.of("{\"number\":" + number + "}"), claim);
                }
            });
        }
        try (SessionStore store = JdbcStore.sqlite(file, options)) {
            assertThat(store.count(Query.all())).isEqualTo(SESSIONS);
            new Random(3)
                    .ints(2_000, 0, SESSIONS)
                    .forEach(number -> assertThat(store.load(id(number))).contains(later(number)));
            assertDomains(store);
            assertThat(store.count(Query.where(Condition.tagged("round")))).isEqualTo(SESSIONS / 100);
            assertThat(store.idsByOwner("owner 7")).hasSize(SESSIONS / 500);
            assertThat(store.abandoned(OpenStore.NOON, SESSIONS)).hasSize(SESSIONS / 2);

            long size = Files.size(file);
            inThreads(number -> {
                if (number % 4 != 0) {
                    store.delete(id(number), claim);
                }
            });
            store.compact();

            assertThat(store.count(Query.all())).isEqualTo(SESSIONS / 4);
            assertThat(store.history(id(40), 0, 10)).containsExactly(new HistoryEntry(1, "{\"number\":40}"));
            assertThat(store.history(id(50), 0, 10)).isEmpty();
            assertThat(Files.size(file)).isLessThan(size / 2);
        }
    }

    /** Page by page, every session of a domain comes once, the latest first. */
    private static void assertDomains(SessionStore store) {
        for (int domain = 0; domain < DOMAINS; domain += 97) {
            Query query = Query.parse("metadata->>'domain' = ? AND status IN (?, ?)", "d" + domain, "IDLE", "COMPLETED")
                    .orderBy(Key.LAST_ACTIVITY.descending());
            Set<String> ids = new HashSet<>();
            for (int page = 0; page < 4; page++) {
                store.find(query.page(page, 30)).forEach(session -> ids.add(session.id()));
            }
            assertThat(ids).hasSize(SESSIONS / DOMAINS);
            assertThat(store.find(query.page(0, 1))).containsExactly(later(SESSIONS - DOMAINS + domain));
        }
    }
}
