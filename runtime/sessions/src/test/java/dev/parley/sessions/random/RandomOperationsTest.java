package dev.parley.sessions.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sessions.event.SessionEvent;
import dev.parley.sessions.event.SessionEvent.HealthChanged;
import dev.parley.sessions.store.JdbcStore;
import dev.parley.sessions.store.MemoryStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two managers of one store do what the model says of them, through long random sequences of all that can be done: after each operation the model knows what
 * every session is, what the store has of it, what was refused and why, what listeners and subscribers have heard, in order and once, and what has become of each letter.
 */
class RandomOperationsTest {

    @TempDir
    private Path folder;

    private static final Set<String> HEARD = new TreeSet<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void managersDoWhatTheModelSays(long seed) {
        HEARD.addAll(new Sequence(seed, 2_000).check(MemoryStore::new));
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void soDoThoseOverADatabase(long seed) {
        HEARD.addAll(new Sequence(seed, 300).check(() -> JdbcStore.sqlite(file())));
    }

    /** Health is checked elsewhere. All else has happened, or the sequences would show little. */
    @AfterAll
    static void everythingHasHappened() {
        Set<String> all = Arrays.stream(SessionEvent.class.getPermittedSubclasses())
                .filter(kind -> kind != HealthChanged.class)
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(HEARD).isEqualTo(all);
    }

    private Path file() {
        try {
            return Files.createTempFile(folder, "sessions", ".db");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
