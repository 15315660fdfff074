package dev.parley.sessions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.model.SessionKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void whatIsNoDatabaseIsRefused() throws IOException {
        Path file = folder.resolve("text.db");
        Files.writeString(
                file, "this is no database, but it is long enough to be looked at as if it were one".repeat(20));

        assertThatExceptionOfType(CorruptStoreException.class)
                .isThrownBy(() -> JdbcStore.sqlite(file))
                .withMessageContaining("text.db");
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> JdbcStore.sqlite(folder.resolve("missing/x.db")))
                .withMessageContaining("missing");
    }
}
