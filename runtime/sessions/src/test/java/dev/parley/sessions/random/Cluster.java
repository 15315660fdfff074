package dev.parley.sessions.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sessions.ManagerFixture;
import dev.parley.sessions.NotRunHereException;
import dev.parley.sessions.RecoveryReport;
import dev.parley.sessions.SessionHandle;
import dev.parley.sessions.SessionManager;
import dev.parley.sessions.config.ManagerOptions;
import dev.parley.sessions.event.SessionEvent;
import dev.parley.sessions.event.Stamp;
import dev.parley.sessions.model.LimitReachedException;
import dev.parley.sessions.model.ManagedStatus;
import dev.parley.sessions.model.SessionKind;
import dev.parley.sessions.store.MemoryStore;
import dev.parley.sessions.store.SessionExistsException;
import dev.parley.sessions.store.StaleClaimException;
import dev.parley.sessions.time.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Nodes of one store, each of which may stand still, and what they have acknowledged. */
final class Cluster implements AutoCloseable {

    private static final int NODES = 3;
    private static final int MOST = 5;
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final Random random;
    private final VirtualTime time = new VirtualTime(ManagerFixture.NOON);
    private final MemoryStore store = new MemoryStore();
    private final List<Node> nodes = new ArrayList<>();

    /** What was put into the context of each session. */
    private final Map<String, Set<String>> acknowledged = new LinkedHashMap<>();

    private final Map<String, Told> told = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private int names;

    /** How often a node was refused what it did because another had taken the session over. */
    private int overtaken;

    private record Node(SessionManager manager, StallingTime clock) {}

    /** The last event of a session in an epoch. */
    private record Told(int node, long number) {}

    Cluster(long seed) {
        random = new Random(seed);
        for (int i = 0; i < NODES; i++) {
            StallingTime clock = new StallingTime(time);
            SessionManager manager = SessionManager.open(ManagerOptions.defaults()
                    .store(store)
                    .time(clock)
                    .executor(Runnable::run)
                    .node("n" + i)
                    .lease(LEASE)
                    .maxSessions(MOST)
                    .inactivityTimeout(Duration.ofSeconds(50))
                    .healthChecks(false)
                    .metrics(false)
                    .logging(false));
            int node = i;
            manager.listen(event -> note(node, event));
            nodes.add(new Node(manager, clock));
        }
    }

    /** In an epoch one node tells of a session, and leaves no number out. Listeners cannot fail, so what is wrong is looked at later. */
    private void note(int node, SessionEvent event) {
        Stamp stamp = event.stamp();
        if (stamp.number() > 0) {
            Told now = new Told(node, stamp.number());
            Told before = told.put(stamp.session() + " " + stamp.epoch(), now);
            if (!now.equals(
                    new Told(before == null ? node : before.node(), before == null ? 1 : before.number() + 1))) {
                wrong.add(before + " was followed by " + now + ", " + event);
            }
        }
    }

    int overtaken() {
        return overtaken;
    }

    /** Does something by a node that does not stand still, or has one stand still or go on, or lets time pass. */
    void step() {
        switch (random.nextInt(16)) {
            case 0 -> awake().ifPresent(this::create);
            case 1, 2, 3 -> awake().ifPresent(this::put);
            case 4 -> awake().ifPresent(random.nextInt(4) == 0 ? this::terminate : this::resume);
            case 5, 6 -> awake().ifPresent(Cluster::recover);
            case 7 -> awake().ifPresent(this::migrate);
            case 8, 9, 10 -> awake().ifPresent(node -> node.clock().catchUp());
            case 11, 12 -> toggle(nodes.get(random.nextInt(NODES)).clock());
            default -> time.advance(Duration.ofMillis(random.nextInt(25_000)));
        }
    }

    private Optional<Node> awake() {
        return Optional.of(nodes.get(random.nextInt(NODES)))
                .filter(node -> !node.clock().isStalled());
    }

    private static void toggle(StallingTime clock) {
        if (clock.isStalled()) {
            clock.goOn();
        } else {
            clock.stall();
        }
    }

    private Optional<SessionHandle> any(Node node) {
        List<SessionHandle> running = List.copyOf(node.manager().running());
        return running.isEmpty() ? Optional.empty() : Optional.of(running.get(random.nextInt(running.size())));
    }

    private void create(Node node) {
        try {
            SessionHandle session = node.manager().create(SessionKind.ACTIVE, "s" + names++, "ann");
            acknowledged.put(session.id(), new TreeSet<>());
            session.start();
        } catch (LimitReachedException full) {
            assertThat(live(node)).isGreaterThanOrEqualTo(MOST);
        }
    }

    private static long live(Node node) {
        return node.manager().running().stream()
                .filter(session -> session.now().isLive())
                .count();
    }

    private void put(Node node) {
        any(node)
                .filter(session -> session.now().status() == ManagedStatus.ACTIVE)
                .ifPresent(session -> {
                    String key = "k" + names++;
                    if (unlessOvertaken(() -> session.context().put(key, "v", 0))) {
                        Objects.requireNonNull(acknowledged.get(session.id())).add(key);
                    }
                });
    }

    private void resume(Node node) {
        any(node)
                .filter(session -> session.now().status() == ManagedStatus.IDLE)
                .ifPresent(session -> unlessOvertaken(session::resume));
    }

    private void terminate(Node node) {
        any(node).ifPresent(session -> unlessOvertaken(() -> session.terminate("enough", Map.of())));
    }

    private static void recover(Node node) {
        RecoveryReport report = node.manager().recover();
        assertThat(report.failures()).isEmpty();
    }

    private void migrate(Node from) {
        awake().ifPresent(to -> any(from)
                .ifPresent(session -> unlessOvertaken(() -> {
                    try {
                        from.manager().migrate(session.id(), to.manager());
                    } catch (LimitReachedException | SessionExistsException refused) {
                        assertThat(from.manager().running()).contains(session);
                    }
                })));
    }

    private boolean unlessOvertaken(Runnable work) {
        try {
            work.run();
            return true;
        } catch (StaleClaimException | NotRunHereException refused) {
            overtaken++;
            return false;
        }
    }

    /** What was acknowledged is kept, and nothing else: what a node has done too late has changed nothing. */
    void check() {
        assertThat(wrong).isEmpty();
        acknowledged.forEach((id, keys) -> assertThat(
                        store.load(id).orElseThrow().work().context().entries().keySet())
                .as("context of %s", id)
                .isEqualTo(keys));
    }

    /** All go on, and have time to notice what was done without them. Then each session is run by one, and each node knows how many it has. */
    void settle() {
        for (Node node : nodes) {
            node.clock().goOn();
            node.clock().catchUpWithAll();
        }
        time.advance(LEASE);
        List<String> live = acknowledged.keySet().stream()
                .filter(id -> store.load(id).orElseThrow().isLive())
                .toList();
        assertThat(live).allSatisfy(id -> assertThat(runners(id)).hasSizeLessThan(2));
        nodes.forEach(Cluster::recover);
        assertThat(live).allSatisfy(id -> assertThat(runners(id)).hasSize(1));
        nodes.forEach(this::fill);
        check();
    }

    private void fill(Node node) {
        for (long i = live(node); i < MOST; i++) {
            create(node);
        }
        long before = live(node);
        create(node);
        assertThat(live(node)).as("no more than there may be").isEqualTo(before);
    }

    private List<Node> runners(String id) {
        return nodes.stream()
                .filter(node -> node.manager().running().stream()
                        .anyMatch(session -> session.id().equals(id)))
                .toList();
    }

    @Override
    public void close() {
        nodes.forEach(node -> node.manager().close());
        assertThat(time.waiting()).as("timers").isZero();
    }
}
