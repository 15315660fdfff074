package dev.parley.processor.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.runtime.EdgeStatus;
import dev.parley.runtime.SessionOptions;
import dev.parley.runtime.SessionTable;
import dev.parley.runtime.journal.Journal;
import dev.parley.runtime.journal.MemoryJournal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Plays a durable session, and reopens it from every beginning of its journal: each time the roles are in the typed states that they were in
 * when the journal had got so far, the same messages are in flight, and the session goes on.
 */
final class Reopening {

    private static final int STEPS = 40;
    private static final int MORE_STEPS = 20;

    private final CompiledProtocol protocol;
    private final Class<?> type;

    Reopening(CompiledProtocol protocol, ClassLoader loader) throws ClassNotFoundException {
        this.protocol = protocol;
        ProtocolDeclaration declaration = protocol.declaration();
        type = loader.loadClass(declaration.packageName() + "." + declaration.generatedPrefix() + "Session");
    }

    /**
     * What is known of a session at one point.
     *
     * @param entries how many entries its journal has
     * @param roles the roles' typed states
     * @param edges what was sent, and whether something is in flight
     */
    private record Point(int entries, List<String> roles, List<String> edges) {}

    void check(Random random) throws Exception {
        MemoryJournal journal = new MemoryJournal();
        Object session = session("open", journal);
        List<Player> players = Player.all(protocol, session, random);
        List<Point> points = new ArrayList<>(List.of(point(journal, session, players)));
        for (int i = 0; i < STEPS && step(players, random); i++) {
            points.add(point(journal, session, players));
        }
        for (int entries = 1; entries <= journal.size(); entries++) {
            reopen(journal, entries, points, random);
        }
    }

    private void reopen(Journal whole, int entries, List<Point> points, Random random) throws Exception {
        Journal journal = beginning(whole, entries);
        Object session = session("reopen", journal);
        List<String> edges = edges(session); // before branches begin that have not
        List<Player> players = Player.resumed(protocol, session, random);
        // A message to several roles is sent to all of them even if the journal ends between two.
        Point expected = points.stream()
                .filter(point -> point.entries >= entries)
                .findFirst()
                .orElseThrow();
        assertThat(positions(players))
                .as("%s after %s", protocol.declaration().name(), entries)
                .isEqualTo(expected.roles);
        assertThat(edges)
                .as("%s after %s", protocol.declaration().name(), entries)
                .isEqualTo(expected.edges);
        int more = 0;
        while (more < MORE_STEPS && step(players, random)) {
            more++;
        }
    }

    private static boolean step(List<Player> players, Random random) throws Exception {
        int first = random.nextInt(players.size());
        boolean moved = false;
        for (int i = 0; i < players.size() && !moved; i++) {
            moved = players.get((first + i) % players.size()).step();
        }
        assertThat(moved || players.stream().allMatch(Player::isDone))
                .as("%s go on", players)
                .isTrue();
        return moved;
    }

    private static Point point(Journal journal, Object session, List<Player> players) throws Exception {
        return new Point((int) journal.size(), positions(players), edges(session));
    }

    private static List<String> positions(List<Player> players) {
        return players.stream().map(Player::position).toList();
    }

    private static List<String> edges(Object session) throws Exception {
        List<?> edges = (List<?>) session.getClass().getMethod("edges").invoke(session);
        return edges.stream()
                .map(EdgeStatus.class::cast)
                .map(edge -> edge.from() + " -> " + edge.to() + ": " + edge.sent()
                        + (edge.empty() ? " sent, all received" : " sent"))
                .toList();
    }

    private static Journal beginning(Journal whole, int entries) {
        MemoryJournal beginning = new MemoryJournal();
        whole.read(0, (number, entry) -> {
            if (number < entries) {
                beginning.append(entry);
            }
        });
        return beginning;
    }

    private Object session(String method, Journal journal) throws Exception {
        // In a table of its own, as in a process of its own: the session before may have something in flight still.
        SessionOptions options = Marked.options(protocol).table(new SessionTable());
        return type.getMethod(method, SessionOptions.class)
                .invoke(null, options.sameThread().journal(journal));
    }
}
