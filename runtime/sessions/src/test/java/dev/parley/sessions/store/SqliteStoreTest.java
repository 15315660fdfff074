package dev.parley.sessions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.sessions.ManagedSession;
import dev.parley.sessions.SessionKind;
import dev.parley.sessions.query.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreContract {

    @TempDir
    private Path folder;

    @Override
    SessionStore open() {
        return JdbcStore.sqlite(folder.resolve("sessions.db"));
    }

    private SessionStore other() {
        return JdbcStore.sqlite(folder.resolve("other.db"));
    }

    private static ManagedSession session() {
        return ManagedSession.builder("s1", SessionKind.ACTIVE, "chat", "ann", Instant.EPOCH)
                .build();
    }

    @Test
    void isThereAgainWhenItIsOpenedAgain() {
        try (SessionStore store = other()) {
            store.create(session(), "n1");
        }
        try (SessionStore store = other()) {
            assertThat(store.load("s1")).contains(session());
        }
    }

    @Test
    void rowsThatCannotBeReadAreNamed() throws Exception {
        for (String damage :
                new String[] {"details = '{'", "details = '{}'", "status = 'SLEEPY'", "metadata = '[1]'"}) {
            try (SessionStore store = JdbcStore.sqlite(folder.resolve("damaged" + damage.hashCode() + ".db"))) {
                store.create(session(), "n1");
                try (Connection connection = DriverManager.getConnection(
                                "jdbc:sqlite:" + folder.resolve("damaged" + damage.hashCode() + ".db"));
                        Statement statement = connection.createStatement()) {
                    statement.executeUpdate("UPDATE session SET " + damage);
                }

                assertThatExceptionOfType(CorruptSessionException.class)
                        .as(damage)
                        .isThrownBy(() -> store.load("s1"))
                        .withMessageContaining("session s1 cannot be read");
                assertThatExceptionOfType(CorruptSessionException.class).isThrownBy(() -> store.find(Query.all()));
            }
        }
    }

    @Test
    void whatIsNoDatabaseIsRefused() throws IOException {
        Path file = folder.resolve("text.db");
        Files.writeString(
                file, "this is no database, but it is long enough to be looked at as if it were one".repeat(20));

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> JdbcStore.sqlite(file))
                .withMessageContaining("text.db");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> JdbcStore.sqlite(folder.resolve("missing/x.db")))
                .withMessageContaining("missing");
    }
}
