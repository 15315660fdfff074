package dev.parley.sessions.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nodes are killed at random points, or stopped until others have taken their sessions over. Nothing that they have acknowledged is lost. */
@Timeout(300)
class KilledNodesTest {

    private static final int KILLS = 25;
    private static final List<String> SESSIONS = List.of("s1", "s2", "s3");

    private final Random random = new Random(20261121);
    private final Acknowledged acknowledged = new Acknowledged();

    private static void fill(SessionStore store, String node) {
        SESSIONS.forEach(id -> store.create(OpenStore.session(id, id), node));
    }

    /** The next one waits while the last one works, so that it takes over as soon as the lease has passed. */
    @Test
    void anotherNodeTakesOverInPostgresql() throws Exception {
        String url = Postgres.database();
        try (SessionStore store = JdbcStore.postgresql(url, Postgres.USER, "")) {
            fill(store, "gone");
            Node node = Node.start(NodeProcess.class, url, "n0");
            for (int kill = 1; kill <= KILLS; kill++) {
                node.await("took", SESSIONS.size());
                Node next = Node.start(NodeProcess.class, url, "n" + kill);
                node.awaitMore(1 + random.nextInt(60), SESSIONS.size());
                if (kill % 5 == 0) {
                    node = overtaken(node, next);
                } else {
                    acknowledged.add(node.kill());
                    node = next;
                }
            }
            acknowledged.add(node.kill());
            acknowledged.assertKept(store);
        }
    }

    /** A node that was stopped goes on where it was, and is told by its next write that it is too late. */
    private Node overtaken(Node node, Node next) throws Exception {
        node.signal("STOP");
        next.await("took", SESSIONS.size());
        node.signal("CONT");
        node.await("lost", SESSIONS.size());
        acknowledged.add(node.kill());
        return next;
    }

    @Test
    void theSameNodeGoesOnInSqlite(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("sessions.db");
        try (SessionStore store = JdbcStore.sqlite(file)) {
            fill(store, "n1");
        }
        for (int kill = 0; kill < KILLS; kill++) {
            Node node = Node.start(
                    NodeProcess.class,
                    Stream.concat(Stream.of(file.toString(), "n1"), SESSIONS.stream())
                            .toArray(String[]::new));
            node.await("took", SESSIONS.size());
            node.awaitMore(1 + random.nextInt(200), SESSIONS.size());
            List<String> said = node.kill();
            assertThat(said).noneMatch(line -> line.startsWith("lost"));
            acknowledged.add(said);
        }
        try (SessionStore store = JdbcStore.sqlite(file)) {
            acknowledged.assertKept(store);
        }
    }
}
