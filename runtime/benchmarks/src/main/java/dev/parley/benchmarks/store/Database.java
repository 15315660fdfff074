package dev.parley.benchmarks.store;

import com.zaxxer.hikari.HikariConfig;
import dev.parley.sessions.store.JdbcStore;
import dev.parley.sessions.store.SessionStore;
import dev.parley.sessions.store.StoreOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.stream.Stream;

/** Where the sessions are kept. */
public enum Database {
    /** In a file of its own. */
    SQLITE("TEXT", "") {
        @Override
        Contest open() throws IOException {
            Path folder = Files.createTempDirectory("parley-figures");
            Path file = folder.resolve("sessions.db");
            SessionStore store = JdbcStore.sqlite(file, OPTIONS);
            Sample.fill(store);
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl("jdbc:sqlite:" + file);
            config.addDataSourceProperty("journal_mode", "WAL");
            config.addDataSourceProperty("synchronous", "NORMAL");
            config.addDataSourceProperty("foreign_keys", "true");
            config.addDataSourceProperty("secure_delete", "true");
            config.addDataSourceProperty("busy_timeout", "30000");
            return contest(store, config, () -> delete(folder));
        }
    },

    /** In a server of its own, on the same machine. */
    POSTGRESQL("JSONB", " COLLATE \"C\"") {
        @Override
        Contest open() throws Exception {
            EmbeddedPostgres server = EmbeddedPostgres.start();
            String url = server.getJdbcUrl(USER, "postgres");
            // The server's builder has it acknowledge what is not written yet: good enough for filling it.
            try (SessionStore store = JdbcStore.postgresql(url, USER, "", OPTIONS)) {
                Sample.fill(store);
            }
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("ALTER DATABASE postgres SET synchronous_commit = on");
                statement.execute("VACUUM ANALYZE");
            }
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(url);
            config.setUsername(USER);
            config.setPassword("");
            return contest(JdbcStore.postgresql(url, USER, "", OPTIONS), config, server);
        }
    };

    private static final String USER = "postgres";
    private static final StoreOptions OPTIONS = StoreOptions.defaults().indexed("domain");

    private final String json;
    private final String bytewise;

    Database(String json, String bytewise) {
        this.json = json;
        this.bytewise = bytewise;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** Returns both contestants over a hundred thousand sessions. */
    abstract Contest open() throws Exception;

    Contest contest(SessionStore store, HikariConfig config, Closeable server) {
        config.setMaximumPoolSize(OPTIONS.connections());
        Operations theirs = new JdbcOperations(config, JdbcOperations.details(config, 0), json, bytewise);
        return new Contest(new StoreOperations(store), theirs, server);
    }
}
