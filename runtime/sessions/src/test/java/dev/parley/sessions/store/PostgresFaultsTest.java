package dev.parley.sessions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.runtime.journal.JournalException;
import dev.parley.sessions.query.Query;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a store in PostgreSQL does when its server fails it. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PostgresFaultsTest {

    private static final int KILLS = 3;

    /** Longer than a busy machine takes for anything that nobody holds up. */
    private static final StoreOptions IMPATIENT = StoreOptions.defaults().timeout(Duration.ofSeconds(2));

    /** As many threads as there is work: most of it waits for the server. */
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    private static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, Postgres.USER, "");
    }

    private static void execute(String url, String... statements) throws SQLException {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Has every row that is added to a table fail, or take long. */
    private static void disturb(String url, String table, String how) throws SQLException {
        execute(
                url,
                "CREATE FUNCTION disturb() RETURNS trigger AS $$ BEGIN " + how
                        + "; RETURN NEW; END $$ LANGUAGE plpgsql",
                "CREATE TRIGGER disturb BEFORE INSERT ON " + table + " FOR EACH ROW EXECUTE FUNCTION disturb()");
    }

    @Test
    void nothingIsLeftOfWhatAFullDiskHasStopped() throws SQLException {
        String url = Postgres.database();
        try (SessionStore store = JdbcStore.postgresql(url, Postgres.USER, "")) {
            Claim claim = store.create(OpenStore.session("s1", "chat"), "n1");
            store.append("s1", List.of("1"), claim);
            disturb(url, "session_tag", "RAISE EXCEPTION 'no space left on device' USING ERRCODE = '53100'");
            execute(
                    url,
                    "CREATE TRIGGER disturb BEFORE INSERT ON session_event FOR EACH ROW EXECUTE FUNCTION disturb()");

            assertThatExceptionOfType(StoreFullException.class)
                    .isThrownBy(() -> store.create(
                            OpenStore.session("s2", "tagged").toBuilder()
                                    .tags(Set.of("t"))
                                    .build(),
                            "n1"))
                    .withMessageContaining("Nothing was changed")
                    .withMessageContaining("Make room");
            assertThatExceptionOfType(StoreFullException.class)
                    .isThrownBy(() -> store.append("s1", List.of("2", "3"), claim));
            assertThatExceptionOfType(StoreFullException.class)
                    .isThrownBy(() -> store.save(
                            OpenStore.session("s1", "renamed").toBuilder()
                                    .tags(Set.of("t"))
                                    .build(),
                            claim));

            assertThat(store.load("s2")).isEmpty();
            assertThat(store.load("s1")).contains(OpenStore.session("s1", "chat"));
            execute(url, "DROP FUNCTION disturb CASCADE");
            assertThat(store.append("s1", List.of("2"), claim))
                    .as("no number is left out")
                    .isEqualTo(2);
        }
    }

    @Test
    void whatTakesTooLongIsGivenUp() throws SQLException {
        String url = Postgres.database();
        try (SessionStore store = JdbcStore.postgresql(url, Postgres.USER, "", IMPATIENT.connections(2))) {
            Claim claim = store.create(OpenStore.session("s1", "chat"), "n1");
            disturb(url, "session_journal", "PERFORM pg_sleep(100)");
            try (Connection other = connect(url);
                    Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute("LOCK TABLE session IN ACCESS EXCLUSIVE MODE");

                assertThatExceptionOfType(StoreTimeoutException.class).isThrownBy(() -> store.load("s1"));
                assertThatExceptionOfType(StoreTimeoutException.class)
                        .isThrownBy(() -> store.save(OpenStore.session("s1", "talk"), claim))
                        .withMessageContaining("Nothing was changed");
                List<CompletableFuture<Object>> crowd = IntStream.range(0, 6)
                        .mapToObj(i -> CompletableFuture.<Object>supplyAsync(() -> store.load("s1"), threads))
                        .toList();
                assertThat(crowd)
                        .allSatisfy(each -> assertThatExceptionOfType(CompletionException.class)
                                .isThrownBy(each::join)
                                .withCauseInstanceOf(StoreTimeoutException.class));
                other.rollback();
            }
            assertThatExceptionOfType(JournalException.class)
                    .isThrownBy(() -> store.journal("s1", "talk", claim).append(new byte[0]))
                    .withCauseInstanceOf(StoreTimeoutException.class);

            assertThat(store.load("s1")).contains(OpenStore.session("s1", "chat"));
            assertThat(store.journal("s1", "talk", claim).size()).isZero();
        }
    }

    /** Threads write while the server is killed; what it has acknowledged is there when it is started again, and the store goes on. */
    @Test
    void aServerThatIsKilledLosesNothingThatItHasAcknowledged(@TempDir Path folder) throws Exception {
        try (KillableServer server = new KillableServer(folder);
                SessionStore store = JdbcStore.postgresql(server.url(), Postgres.USER, "", IMPATIENT.connections(5))) {
            Claim claim = store.create(OpenStore.session("held", "held"), "n1");
            Map<String, Long> acknowledged = new ConcurrentHashMap<>();
            for (int kill = 0; kill < KILLS; kill++) {
                CountDownLatch wellUnderWay = new CountDownLatch(40);
                List<CompletableFuture<Void>> writers = IntStream.range(kill * 4, kill * 4 + 4)
                        .mapToObj(i -> CompletableFuture.runAsync(
                                () -> write(store, "s" + i, acknowledged, wellUnderWay), threads))
                        .toList();
                wellUnderWay.await();
                try (Connection other = connect(server.url());
                        Statement statement = other.createStatement()) {
                    other.setAutoCommit(false);
                    statement.execute("SELECT * FROM session WHERE id = 'held' FOR UPDATE");
                    CompletableFuture<Long> midst =
                            CompletableFuture.supplyAsync(() -> store.append("held", List.of("1"), claim), threads);
                    awaitWaiting(server.url());
                    server.kill();
                    assertLost(midst);
                } catch (SQLException e) {
                    // The server is gone, which closing the connection finds out.
                    assertThat(e.getMessage()).isNotNull();
                }
                writers.forEach(PostgresFaultsTest::assertLost);
                assertThatExceptionOfType(StoreUnavailableException.class)
                        .isThrownBy(() -> store.load("held"))
                        .withMessageContaining("Nothing was changed");

                server.start();
                awaitBack(store);

                acknowledged.forEach((id, events) -> assertThat(store.history(id, 0, Integer.MAX_VALUE))
                        .as("at most one more than could be acknowledged")
                        .hasSizeBetween(events.intValue(), events.intValue() + 1));
                assertThat(store.history("held", 0, 10)).isEmpty();
                assertThat(store.count(Query.all())).isGreaterThan(acknowledged.size());
            }
        }
    }

    private static void write(
            SessionStore store, String id, Map<String, Long> acknowledged, CountDownLatch wellUnderWay) {
        Claim claim = store.create(OpenStore.session(id, id), "n1");
        while (true) {
            acknowledged.put(id, store.append(id, List.of("{}"), claim));
            wellUnderWay.countDown();
        }
    }

    private static void awaitWaiting(String url) throws SQLException {
        boolean waits = false;
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            while (!waits) {
                try (ResultSet rows = statement.executeQuery(
                        "SELECT COUNT(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")) {
                    rows.next();
                    waits = rows.getInt(1) > 0;
                }
            }
        }
    }

    /** The pool tries to connect at its own pace. */
    private static void awaitBack(SessionStore store) {
        boolean back = false;
        while (!back) {
            try {
                store.load("held");
                back = true;
            } catch (StoreUnavailableException e) {
                Thread.onSpinWait();
            }
        }
    }

    private static void assertLost(CompletableFuture<?> work) {
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(work::join)
                .withCauseInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void whatCannotBeReachedIsSaid(@TempDir Path folder) throws Exception {
        try (KillableServer server = new KillableServer(folder)) {
            execute(server.url(), "CREATE USER ann PASSWORD 'right'", "CREATE DATABASE ann OWNER ann");
            String url = server.url("ann");
            server.wantPasswords();
            execute(server.url(), "SELECT pg_reload_conf()");

            JdbcStore.postgresql(url, "ann", "right", IMPATIENT).close();
            assertThatExceptionOfType(StoreUnavailableException.class)
                    .isThrownBy(() -> JdbcStore.postgresql(url, "ann", "wrong", IMPATIENT))
                    .withMessageContaining("cannot be opened")
                    .withMessageContaining("password")
                    .withMessageContaining(url);
            assertThatExceptionOfType(StoreUnavailableException.class)
                    .isThrownBy(() -> JdbcStore.postgresql(server.url("none"), "ann", "right", IMPATIENT))
                    .withMessageContaining("none");
            server.kill();
            assertThatExceptionOfType(StoreUnavailableException.class)
                    .isThrownBy(() -> JdbcStore.postgresql(url, "ann", "right", IMPATIENT))
                    .withMessageContaining("refused");
        }
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> JdbcStore.postgresql("jdbc:nonsense:x", "ann", "right", IMPATIENT))
                .withMessageContaining("jdbc:nonsense:x");
    }
}
