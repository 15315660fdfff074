package dev.parley.sessions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariConfig;
import dev.parley.runtime.journal.Journal;
import dev.parley.runtime.journal.JournalException;
import dev.parley.sessions.query.Query;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a store in SQLite does when its file, its disk or another process fails it. */
@Timeout(60)
class SqliteFaultsTest {

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("sessions.db");
    }

    /** On a disk with room for so many pages. */
    private JdbcStore small(int pages) {
        StoreOptions options = StoreOptions.defaults();
        HikariConfig config = JdbcStore.sqliteConfig(file(), options);
        config.addDataSourceProperty("max_page_count", Integer.toString(pages));
        return new JdbcStore(config, Database.SQLITE, options);
    }

    @Test
    void aFullDiskLosesNothingThatWasAcknowledged() {
        List<String> acknowledged = new ArrayList<>();
        Map<String, String> much = Map.of("text", "x".repeat(2_000));
        try (SessionStore store = small(60)) {
            assertThatExceptionOfType(StoreFullException.class)
                    .isThrownBy(() -> {
                        while (true) {
                            String id = "s" + acknowledged.size();
                            store.create(
                                    OpenStore.session(id, id).toBuilder()
                                            .metadata(much)
                                            .build(),
                                    "n1");
                            acknowledged.add(id);
                        }
                    })
                    .withMessageContaining("Nothing was changed")
                    .withMessageContaining("Make room");
            assertThat(store.load("s" + acknowledged.size())).isEmpty();
            assertThat(store.count(Query.all())).isEqualTo(acknowledged.size());

            store.delete("s0", new Claim("n1", 1));
            store.create(OpenStore.session("fits", "fits"), "n1");
        }
        try (SessionStore store = JdbcStore.sqlite(file())) {
            assertThat(store.find(Query.all().page(0, 1000)))
                    .hasSize(acknowledged.size())
                    .allMatch(session ->
                            session.id().equals("fits") || session.metadata().equals(much));
            store.create(OpenStore.session("more", "more"), "n1");
        }
    }

    @Test
    void aJournalOnAFullDiskKeepsWhatItHas() {
        long entries = 0;
        try (SessionStore store = small(60)) {
            Claim claim = store.create(OpenStore.session("s1", "chat"), "n1");
            Journal journal = store.journal("s1", "talk", claim);
            JournalException refused = null;
            while (refused == null) {
                try {
                    journal.append(new byte[1_000]);
                    entries++;
                } catch (JournalException e) {
                    refused = e;
                }
            }
            assertThat(refused).hasCauseInstanceOf(StoreFullException.class);
            assertThatExceptionOfType(JournalException.class)
                    .isThrownBy(() -> journal.append(new byte[0]))
                    .withMessageContaining("takes nothing more");
        }
        try (SessionStore store = JdbcStore.sqlite(file())) {
            assertThat(store.journal("s1", "talk", new Claim("n1", 1)).size()).isEqualTo(entries);
        }
    }

    @Test
    void whoHoldsTheFileIsNotWaitedForForEver() throws SQLException {
        StoreOptions options =
                StoreOptions.defaults().timeout(Duration.ofMillis(300)).connections(1);
        try (SessionStore store = JdbcStore.sqlite(file(), options)) {
            Claim claim = store.create(OpenStore.session("s1", "chat"), "n1");
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
                    Statement statement = other.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");

                assertThatExceptionOfType(StoreTimeoutException.class)
                        .isThrownBy(() -> store.save(OpenStore.session("s1", "talk"), claim))
                        .withMessageContaining("Nothing was changed");
                assertThatExceptionOfType(StoreTimeoutException.class)
                        .isThrownBy(() -> store.append("s1", List.of("1"), claim));
                assertThat(store.load("s1")).as("readers do not wait").isPresent();
                statement.execute("ROLLBACK");
            }
            store.save(OpenStore.session("s1", "talk"), claim);
            assertThat(store.append("s1", List.of("1"), claim)).isEqualTo(1);
        }
    }

    @Test
    void aDamagedFileIsSaidToBe() throws IOException {
        try (SessionStore store = JdbcStore.sqlite(file())) {
            for (int i = 0; i < 300; i++) {
                store.create(OpenStore.session("s" + i, "n" + i), "n1");
            }
        }
        byte[] noise = new byte[4096];
        new Random(5).nextBytes(noise);
        try (RandomAccessFile damaged = new RandomAccessFile(file().toFile(), "rw")) {
            for (long page = 8; page * noise.length < damaged.length(); page++) {
                damaged.seek(page * noise.length);
                damaged.write(noise);
            }
        }

        assertThatExceptionOfType(CorruptStoreException.class)
                .isThrownBy(() -> {
                    try (SessionStore store = JdbcStore.sqlite(file())) {
                        store.find(Query.all().page(0, 1000));
                    }
                })
                .withMessageContaining("Take it from a backup");
    }

    /** The format's version for writers is one that no SQLite knows yet: such files are read and not written, by whomever. */
    @Test
    void aFileThatCannotBeWrittenIsRead() throws IOException {
        try (SessionStore store = JdbcStore.sqlite(file())) {
            store.create(OpenStore.session("s1", "chat"), "n1");
            store.compact();
        }
        try (RandomAccessFile header = new RandomAccessFile(file().toFile(), "rw")) {
            header.seek(18);
            header.write(3);
        }
        try (SessionStore store = JdbcStore.sqlite(file())) {
            assertThat(store.load("s1")).isPresent();
            assertThatExceptionOfType(StoreReadOnlyException.class)
                    .isThrownBy(() -> store.save(OpenStore.session("s1", "talk"), new Claim("n1", 1)))
                    .withMessageContaining("Let the process write it");
        }
    }
}
