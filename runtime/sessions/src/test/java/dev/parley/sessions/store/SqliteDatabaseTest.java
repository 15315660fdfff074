package dev.parley.sessions.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDatabaseTest extends DatabaseContract {

    @TempDir
    private Path folder;

    SqliteDatabaseTest() {
        super(Database.SQLITE);
    }

    private Path file() {
        return folder.resolve("sessions.db");
    }

    @Override
    String create() {
        return "jdbc:sqlite:" + file();
    }

    @Override
    JdbcStore open(String url, StoreOptions options) {
        return JdbcStore.sqlite(file(), options);
    }

    /** The database's own file has none of it at once, its log after compacting. */
    @Test
    void nothingOfADeletedSessionIsInAnyFile() throws IOException {
        try (SessionStore store = open(url, StoreOptions.defaults())) {
            Claim claim = store.create(secret(), "n1");
            for (int i = 0; i < 100; i++) {
                store.append("xyzzy", List.of("\"xyzzy " + "z".repeat(1_000) + "\""), claim);
            }
            store.save(secret().toBuilder().name("xyzzy again").build(), claim);
            store.compact();
            assertThat(filesWith("xyzzy")).contains("sessions.db");

            store.delete("xyzzy", claim);
            store.compact();

            assertThat(filesWith("xyzzy")).isEmpty();
        }
        assertThat(filesWith("xyzzy")).isEmpty();
    }

    private List<String> filesWith(String text) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> read(file).contains(text))
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
