package dev.parley.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sessions.query.Query;
import dev.parley.sessions.store.JdbcStore;
import dev.parley.sessions.store.Node;
import dev.parley.sessions.store.SessionStore;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A manager is killed at random points and started again: it goes on with every session, and every conversation goes on where it was. */
@Timeout(300)
class KilledManagersTest {

    private static final int KILLS = 10;

    private final Random random = new Random(20261121);

    /** The last number that each conversation has heard of. */
    private final Map<String, Integer> heard = new TreeMap<>();

    private final Set<String> states = new HashSet<>();

    @Test
    void conversationsGoOnInTheirTypedStates(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("sessions.db");
        for (int kill = 0; kill < KILLS; kill++) {
            Node process = Node.start(ManagerProcess.class, file.toString());
            process.await("resumed", ManagerProcess.SESSIONS);
            process.awaitMore(ManagerProcess.SESSIONS + random.nextInt(100), 1);
            check(process.kill());
        }
        try (SessionStore store = JdbcStore.sqlite(file)) {
            assertThat(store.count(Query.all())).isEqualTo(ManagerProcess.SESSIONS);
        }
        assertThat(heard).hasSize(ManagerProcess.SESSIONS);
        assertThat(states).contains("Start").containsAnyOf("Reply", "Answer");
    }

    /** What was heard last may be said again, or have been heard and not been said; from there on no number is left out. */
    private void check(List<String> lines) {
        Set<String> resumed = new HashSet<>();
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            String id = words[1];
            if (words[0].equals("resumed")) {
                assertThat(resumed.add(id)).isTrue();
                states.add(words[2]);
            } else {
                int before = heard.getOrDefault(id, 0);
                int number = Integer.parseInt(words[2]);
                if (resumed.remove(id)) {
                    assertThat(number).as(line).isBetween(before, before + 2);
                } else {
                    assertThat(number).as(line).isEqualTo(before + 1);
                }
                heard.put(id, number);
            }
        }
    }
}
