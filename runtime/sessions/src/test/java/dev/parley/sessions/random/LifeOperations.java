package dev.parley.sessions.random;

import static dev.parley.sessions.model.ManagedStatus.ACTIVE;
import static dev.parley.sessions.model.ManagedStatus.IDLE;
import static dev.parley.sessions.model.ManagedStatus.INITIALIZING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sessions.ManagerFixture;
import dev.parley.sessions.SessionHandle;
import dev.parley.sessions.SessionManager;
import dev.parley.sessions.ShutdownReport;
import dev.parley.sessions.model.ManagedStatus;
import dev.parley.sessions.model.SessionKind;
import dev.parley.sessions.model.StatusTransitionException;
import dev.parley.sessions.model.StepState;
import dev.parley.sessions.store.NameTakenException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** What is done to whole sessions. */
final class LifeOperations {
    private static final List<String> OWNERS = List.of("ann", "bob", "eve");

    /** What is done to a session. */
    @FunctionalInterface
    private interface Act {
        void to(SessionHandle handle) throws Exception;
    }

    private LifeOperations() {}

    private static String name(int number) {
        return "s" + number % 6;
    }

    static void create(World world, int a, int b) {
        int node = b % 2;
        SessionKind kind = a % 10 == 0 ? SessionKind.OBSERVER : SessionKind.ACTIVE;
        String owner = OWNERS.get(b % 3);
        world.manager(node)
                .ifPresent(manager -> add(
                        world,
                        node,
                        kind,
                        name(a),
                        owner,
                        () -> manager.create(kind, name(a), owner),
                        Optional.empty()));
    }

    static void copy(World world, int a, int b) {
        world.any(a).ifPresent(other -> {
            SessionManager manager = world.manager(other.runs).orElseThrow();
            add(
                    world,
                    other.runs,
                    other.kind,
                    name(b),
                    other.owner,
                    () -> manager.copy(other.id, name(b)),
                    Optional.of(other));
        });
    }

    private static void add(
            World world,
            int node,
            SessionKind kind,
            String name,
            String owner,
            Callable<SessionHandle> creation,
            Optional<ModelSession> like) {
        Model model = world.model;
        ModelSession unborn = new ModelSession("", kind, name, owner, node);
        SessionHandle created = new Rule()
                .limit(model.isFull(node) || model.isFull(node, owner), () -> model.tellOfLimit(node))
                .no(NameTakenException.class, model.isTaken(unborn, name))
                .attempt(creation);
        if (created != null) {
            ModelSession session = new ModelSession(created.id(), kind, name, owner, node);
            like.ifPresent(other -> {
                session.workspace = other.workspace;
                other.steps.forEach((step, state) -> session.steps.put(step, state.in(StepState.PENDING)));
            });
            model.create(session);
        }
    }

    private static void become(
            World world, int which, Set<ManagedStatus> from, Act real, Consumer<ModelSession> expected) {
        world.any(which).ifPresent(session -> {
            boolean done = new Rule()
                    .no(StatusTransitionException.class, !from.contains(session.status))
                    .allows(() -> real.to(world.handle(session)));
            if (done) {
                expected.accept(session);
            }
        });
    }

    static void start(World world, int a, int b) {
        become(
                world,
                a,
                Set.of(INITIALIZING),
                SessionHandle::start,
                session -> world.model.become(session, ACTIVE, ""));
    }

    static void pause(World world, int a, int b) {
        become(
                world,
                a,
                Set.of(ACTIVE),
                handle -> handle.pause("lunch"),
                session -> world.model.become(session, IDLE, "lunch"));
    }

    static void resume(World world, int a, int b) {
        become(world, a, Set.of(IDLE), SessionHandle::resume, world.model::resume);
    }

    static void fail(World world, int a, int b) {
        become(
                world,
                a,
                Set.of(INITIALIZING, ACTIVE),
                handle -> handle.fail("broken"),
                session -> world.model.fail(session, "broken"));
    }

    static void complete(World world, int a, int b) {
        become(
                world,
                a,
                Set.of(ACTIVE),
                handle -> handle.complete("done", Map.of()),
                session -> world.model.complete(session, "done"));
    }

    static void terminate(World world, int a, int b) {
        world.any(a).ifPresent(session -> {
            world.handle(session).terminate("enough", Map.of());
            world.model.terminate(session, "enough");
        });
    }

    static void forceShutdown(World world, int a, int b) {
        world.any(a).ifPresent(session -> {
            List<String> talking = session.conversations.stream()
                    .filter(each -> !each.ended)
                    .map(each -> each.name)
                    .toList();
            check(session, talking, world.handle(session).forceShutdown("at once"));
            world.model.terminate(session, "at once");
        });
    }

    /** Nothing is on its way in conversations here, so they can end. */
    static void shutdown(World world, int a, int b) throws Exception {
        Optional<ModelSession> some = world.any(a);
        if (some.isPresent()) {
            ModelSession session = some.get();
            boolean live = session.isLive();
            check(session, List.of(), world.handle(session).shutdown(Duration.ZERO));
            if (live) {
                world.model.endConversations(session, "");
                world.model.terminate(session, "shut down");
            }
        }
    }

    private static void check(ModelSession session, List<String> talking, ShutdownReport left) {
        List<String> tasks = session.tasks.stream()
                .filter(task -> !task.isOver())
                .map(task -> task.id)
                .toList();
        assertThat(left.unreadLetters()).isEqualTo(session.inbox.size());
        assertThat(left.conversations()).isEqualTo(session.isLive() ? talking : List.of());
        assertThat(left.tasks()).isEqualTo(session.isLive() ? tasks : List.of());
    }

    static void rename(World world, int a, int b) {
        world.any(a).ifPresent(session -> {
            boolean done = new Rule()
                    .no(NameTakenException.class, session.isLive() && world.model.isTaken(session, name(b)))
                    .allows(() -> world.handle(session).update(shape -> shape.name(name(b))));
            if (done) {
                session.name = name(b);
                world.model.update(session);
            }
        });
    }

    static void expire(World world, int a, int b) {
        world.any(a).ifPresent(session -> {
            long at = world.model.now + b * 10L;
            world.handle(session).update(shape -> shape.expiresAt(Optional.of(ManagerFixture.NOON.plusMillis(at))));
            session.expires = Optional.of(at);
            session.since = world.model.now;
            world.model.update(session);
        });
    }

    static void give(World world, int a, int b) {
        world.any(a).ifPresent(session -> {
            String owner = OWNERS.get(b % 3);
            boolean another = session.isLive() && !owner.equals(session.owner);
            boolean done = new Rule()
                    .limit(
                            another && world.model.isFull(session.runs, owner),
                            () -> world.model.tell(session, "LimitReached SESSIONS_PER_OWNER " + Model.MOST_PER_OWNER))
                    .allows(() -> world.handle(session).giveTo(owner));
            if (done) {
                session.owner = owner;
                world.model.tell(session, "Updated " + session.name);
            }
        });
    }

    /** Only who manages it, or finds that nobody does, can delete it. */
    static void delete(World world, int a, int b) {
        World.pick(List.copyOf(world.model.sessions.values()), a)
                .ifPresent(session -> world.manager(b % 2).ifPresent(manager -> {
                    boolean may = session.node == b % 2 || world.model.isAbandoned(session);
                    assertThat(manager.delete(session.id)).isEqualTo(may);
                    if (may) {
                        world.model.delete(session);
                    }
                }));
    }

    static void cleanUp(World world, int a, int b) {
        world.any(a)
                .ifPresent(
                        session -> assertThat(world.handle(session).cleanUp()).isEqualTo(!session.isLive()));
        world.any(a).ifPresent(world.model::cleanUp);
    }
}
