package dev.parley.benchmarks.store;

import com.zaxxer.hikari.HikariConfig;
import dev.parley.sessions.store.JdbcStore;
import dev.parley.sessions.store.SessionStore;
import dev.parley.sessions.store.StoreOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** A store with a hundred thousand sessions beside plain JDBC over the same tables, in SQLite and in PostgreSQL. */
public final class StoreFigures {

    private static final int SESSIONS = 100_000;
    private static final StoreOptions OPTIONS = StoreOptions.defaults().indexed("domain");

    private StoreFigures() {}

    /** Prints a table. The argument says how many pairs of bursts are measured; 1,000 if there is none. */
    public static void main(String[] arguments) throws Exception {
        Race race = new Race(arguments.length == 0 ? 1_000 : Integer.parseInt(arguments[0]), 10);
        System.out.println("| what | ours, µs | JDBC, µs | ours / JDBC | of first quartiles |");
        System.out.println("| --- | --- | --- | --- | --- |");
        sqlite(race);
        postgresql(race);
    }

    private static void sqlite(Race race) throws IOException {
        Path file = Files.createTempDirectory("parley-figures").resolve("sessions.db");
        SessionStore store = JdbcStore.sqlite(file, OPTIONS);
        fill(store);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite:" + file);
        config.addDataSourceProperty("journal_mode", "WAL");
        config.addDataSourceProperty("synchronous", "NORMAL");
        config.addDataSourceProperty("foreign_keys", "true");
        config.addDataSourceProperty("secure_delete", "true");
        config.addDataSourceProperty("busy_timeout", "30000");
        config.setMaximumPoolSize(OPTIONS.connections());
        measure("SQLite", race, store, config, "TEXT", "");
    }

    private static void postgresql(Race race) throws Exception {
        // The builder's own default acknowledges what is not on the disk yet: good enough for filling it.
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            String url = server.getJdbcUrl("postgres", "postgres");
            SessionStore store = JdbcStore.postgresql(url, "postgres", "", OPTIONS);
            fill(store);
            store.close();
            statement.execute("ALTER DATABASE postgres SET synchronous_commit = on");
            statement.execute("VACUUM ANALYZE");
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(url);
            config.setUsername("postgres");
            config.setPassword("");
            config.setMaximumPoolSize(OPTIONS.connections());
            measure(
                    "PostgreSQL",
                    race,
                    JdbcStore.postgresql(url, "postgres", "", OPTIONS),
                    config,
                    "JSONB",
                    " COLLATE \"C\"");
        }
    }

    private static void fill(SessionStore store) {
        int threads = 4;
        List<CompletableFuture<Void>> all = IntStream.range(0, threads)
                .mapToObj(thread -> CompletableFuture.runAsync(() -> {
                    for (int number = thread; number < SESSIONS; number += threads) {
                        store.create(Sample.session(number), Sample.NODE);
                    }
                }))
                .toList();
        all.forEach(CompletableFuture::join);
    }

    private static void measure(
            String database, Race race, SessionStore store, HikariConfig config, String json, String bytewise) {
        try (Operations ours = new StoreOperations(store);
                Operations theirs = new JdbcOperations(config, JdbcOperations.details(config, 0), json, bytewise)) {
            print(race.run(
                    database + ", create",
                    number -> ours.create(SESSIONS + number),
                    number -> theirs.create(SESSIONS + number)));
            print(race.run(database + ", update", any(ours::update), any(theirs::update)));
            print(race.run(
                    database + ", get",
                    any(number -> expect(1, ours.get(number))),
                    any(number -> expect(1, theirs.get(number)))));
            print(race.run(
                    database + ", filtered query",
                    any(number -> expect(Sample.PAGE, ours.find(number))),
                    any(number -> expect(Sample.PAGE, theirs.find(number)))));
        }
    }

    private static void print(Race.Result result) {
        System.out.println(result.line());
    }

    /** Each time another session, all over the table. */
    private static IntConsumer any(IntConsumer step) {
        return number -> step.accept((int) (number * 7_919L % SESSIONS));
    }

    private static void expect(int rows, int found) {
        if (found != rows) {
            throw new IllegalStateException(found + " rows were read, and not " + rows);
        }
    }
}
