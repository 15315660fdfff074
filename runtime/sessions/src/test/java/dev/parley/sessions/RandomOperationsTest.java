package dev.parley.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sessions.event.SessionEvent.Created;
import dev.parley.sessions.event.SessionEvent.StatusChanged;
import dev.parley.sessions.model.LimitReachedException;
import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.model.ManagedStatus;
import dev.parley.sessions.model.Participant;
import dev.parley.sessions.model.SessionKind;
import dev.parley.sessions.model.StatusTransitionException;
import dev.parley.sessions.store.JdbcStore;
import dev.parley.sessions.store.MemoryStore;
import dev.parley.sessions.store.NameTakenException;
import dev.parley.sessions.store.SessionStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Long random sequences of operations, compared after each with a model that is as simple as can be: a map of what every session should be. The
 * store, the queries, the limits and the events have to agree with it.
 */
class RandomOperationsTest {

    private static final int MOST = 6;
    private static final int MOST_PER_OWNER = 3;
    private static final List<String> OWNERS = List.of("ann", "bob", "eve");

    @TempDir
    private Path folder;

    /** What a session should be. */
    private static final class Expected {
        private final SessionHandle handle;
        private final String owner;
        private final Map<String, String> context = new TreeMap<>();
        private final Set<String> participants = new TreeSet<>();
        private String name;
        private ManagedStatus status = ManagedStatus.INITIALIZING;
        private long idleAt = Long.MAX_VALUE;

        Expected(SessionHandle handle, String owner, String name) {
            this.handle = handle;
            this.owner = owner;
            this.name = name;
        }

        boolean isLive() {
            return !status.isFinal();
        }
    }

    /** One run: a manager, the model, and what makes the choices. */
    private static final class Run {
        private final ManagerFixture fixture;
        private final Random random;
        private final Map<String, Expected> model = new LinkedHashMap<>();
        private long seconds;

        Run(SessionStore store, long seed) {
            fixture = new ManagerFixture(options -> options.store(store)
                    .maxSessions(MOST)
                    .maxSessionsPerOwner(MOST_PER_OWNER)
                    .maxParticipants(2)
                    .inactivityTimeout(Duration.ofSeconds(60)));
            random = new Random(seed);
        }

        void step() {
            int choice = random.nextInt(model.isEmpty() ? 1 : 12);
            if (choice < 2) {
                create();
            } else if (choice == 2) {
                advance();
            } else {
                List<Expected> sessions = new ArrayList<>(model.values());
                change(choice, sessions.get(random.nextInt(sessions.size())));
            }
        }

        private String name() {
            return "n" + random.nextInt(8);
        }

        private boolean isTaken(String name, String except) {
            return model.entrySet().stream()
                    .anyMatch(entry -> !entry.getKey().equals(except)
                            && entry.getValue().isLive()
                            && entry.getValue().name.equals(name));
        }

        private void create() {
            String owner = OWNERS.get(random.nextInt(OWNERS.size()));
            String name = name();
            long live = model.values().stream().filter(Expected::isLive).count();
            long ofOwner = model.values().stream()
                    .filter(session -> session.isLive() && session.owner.equals(owner))
                    .count();
            try {
                SessionHandle created = fixture.manager.create(SessionKind.ACTIVE, name, owner);
                assertThat(live < MOST && ofOwner < MOST_PER_OWNER && !isTaken(name, ""))
                        .isTrue();
                model.put(created.id(), new Expected(created, owner, name));
            } catch (LimitReachedException e) {
                assertThat(live == MOST || ofOwner == MOST_PER_OWNER).isTrue();
            } catch (NameTakenException e) {
                assertThat(isTaken(name, "")).isTrue();
            }
        }

        private void advance() {
            int by = random.nextInt(40);
            seconds += by;
            fixture.time.advance(Duration.ofSeconds(by));
            model.values().stream()
                    .filter(session -> session.status == ManagedStatus.ACTIVE && session.idleAt <= seconds)
                    .forEach(session -> session.status = ManagedStatus.IDLE);
        }

        private void change(int choice, Expected session) {
            SessionHandle handle = session.handle;
            switch (choice) {
                case 3 -> become(session, ManagedStatus.INITIALIZING, ManagedStatus.ACTIVE, handle::start);
                case 4 -> become(session, ManagedStatus.ACTIVE, ManagedStatus.IDLE, () -> handle.pause("p"));
                case 5 -> become(session, ManagedStatus.IDLE, ManagedStatus.ACTIVE, handle::resume);
                case 6 ->
                    become(
                            session,
                            ManagedStatus.ACTIVE,
                            ManagedStatus.COMPLETED,
                            () -> handle.complete("c", Map.of()));
                case 7 -> terminate(session);
                case 8 -> rename(session);
                case 9 -> write(session);
                case 10 -> join(session);
                default -> delete(session);
            }
        }

        private void become(Expected session, ManagedStatus from, ManagedStatus to, Runnable operation) {
            try {
                operation.run();
                assertThat(session.status).isEqualTo(from);
                session.status = to;
                session.idleAt = seconds + 60;
            } catch (StatusTransitionException e) {
                assertThat(session.status).isNotEqualTo(from);
            }
        }

        private void terminate(Expected session) {
            session.handle.terminate("t", Map.of());
            if (session.isLive()) {
                session.status = ManagedStatus.TERMINATED;
            }
        }

        private void rename(Expected session) {
            String name = name();
            try {
                session.handle.update(shape -> shape.name(name));
                assertThat(session.isLive() && isTaken(name, session.handle.id()))
                        .isFalse();
                session.name = name;
                session.idleAt = seconds + 60;
            } catch (NameTakenException e) {
                assertThat(session.isLive() && isTaken(name, session.handle.id()))
                        .isTrue();
            }
        }

        private void write(Expected session) {
            String key = "k" + random.nextInt(3);
            try {
                session.handle
                        .context()
                        .put(
                                key,
                                "v" + seconds,
                                session.handle
                                        .context()
                                        .get(key)
                                        .map(entry -> entry.version())
                                        .orElse(0L));
                assertThat(session.status).isEqualTo(ManagedStatus.ACTIVE);
                session.context.put(key, "v" + seconds);
                session.idleAt = seconds + 60;
            } catch (IllegalStateException e) {
                assertThat(session.status).isNotEqualTo(ManagedStatus.ACTIVE);
            }
        }

        private void join(Expected session) {
            String agent = "a" + random.nextInt(4);
            try {
                session.handle.participants().add(Participant.of(agent));
                assertThat(session.isLive() && session.participants.size() < 2).isTrue();
                assertThat(session.participants.add(agent)).isTrue();
            } catch (LimitReachedException e) {
                assertThat(session.participants).hasSize(2);
            } catch (IllegalArgumentException e) {
                assertThat(session.participants).contains(agent);
            } catch (IllegalStateException e) {
                assertThat(session.isLive()).isFalse();
            }
        }

        private void delete(Expected session) {
            if (random.nextBoolean()) {
                assertThat(session.handle.cleanUp()).isEqualTo(!session.isLive());
                return;
            }
            assertThat(fixture.manager.delete(session.handle.id())).isTrue();
            model.remove(session.handle.id());
        }

        void check() {
            Map<String, ManagedSession> kept = new TreeMap<>();
            fixture.manager.all().forEach(session -> kept.put(session.id(), session));
            assertThat(kept.keySet()).isEqualTo(new TreeSet<>(model.keySet()));
            model.forEach((id, expected) -> {
                ManagedSession session = fixture.manager.get(id).orElseThrow();
                assertThat(session.status()).isEqualTo(expected.status);
                assertThat(session.name()).isEqualTo(expected.name);
                assertThat(session.owner()).isEqualTo(expected.owner);
                Map<String, String> context = new TreeMap<>();
                session.work().context().entries().forEach((key, entry) -> context.put(key, entry.value()));
                assertThat(context).isEqualTo(expected.context);
                assertThat(session.work().participants().present().stream().map(Participant::id))
                        .containsExactlyInAnyOrderElementsOf(expected.participants);
                assertThat(kept)
                        .extractingByKey(id)
                        .extracting(ManagedSession::work)
                        .isEqualTo(session.work());
                assertThat(kept)
                        .extractingByKey(id)
                        .extracting(ManagedSession::status)
                        .isEqualTo(session.status());
            });
        }

        /** Replays the events: they tell of every change of status, in order. */
        void checkEvents() {
            Map<String, Long> numbers = new HashMap<>();
            Map<String, ManagedStatus> told = new HashMap<>();
            fixture.events.stream().filter(event -> event.stamp().number() > 0).forEach(event -> {
                String id = event.stamp().session();
                assertThat(event.stamp().number()).isEqualTo(numbers.merge(id, 1L, Long::sum));
                if (event instanceof Created created) {
                    told.put(id, created.session().status());
                } else if (event instanceof StatusChanged changed) {
                    assertThat(told.put(id, changed.to())).isEqualTo(changed.from());
                }
            });
            model.forEach((id, expected) -> assertThat(told).containsEntry(id, expected.status));
        }
    }

    private static void play(SessionStore store, long seed, int steps) {
        Run run = new Run(store, seed);
        try (ManagerFixture fixture = run.fixture) {
            for (int step = 0; step < steps; step++) {
                run.step();
                run.check();
            }
            run.checkEvents();
            assertThat(fixture.events).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aManagerDoesWhatTheModelSays(long seed) {
        play(new MemoryStore(), seed, 1000);
    }

    @ParameterizedTest
    @ValueSource(longs = {9, 10})
    void soDoesOneOverADatabase(long seed) {
        try (SessionStore store = JdbcStore.sqlite(folder.resolve("sessions.db"))) {
            play(store, seed, 400);
        }
    }
}
