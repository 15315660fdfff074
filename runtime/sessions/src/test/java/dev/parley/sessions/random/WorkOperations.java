package dev.parley.sessions.random;

import static dev.parley.sessions.model.ManagedStatus.ACTIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sessions.SessionHandle;
import dev.parley.sessions.live.NotActiveException;
import dev.parley.sessions.live.ObserverException;
import dev.parley.sessions.model.ContextConflictException;
import dev.parley.sessions.model.NameInUseException;
import dev.parley.sessions.model.Participant;
import dev.parley.sessions.model.ParticipantState;
import dev.parley.sessions.model.Retry;
import dev.parley.sessions.model.StepState;
import dev.parley.sessions.model.Task;
import dev.parley.sessions.model.TaskSpec;
import dev.parley.sessions.model.TaskStatus;
import dev.parley.sessions.model.UnknownNameException;
import dev.parley.sessions.model.Workflow;
import dev.parley.sessions.model.WorkflowStep;
import dev.parley.sessions.random.ModelSession.Entry;
import dev.parley.sessions.random.ModelSession.Step;
import dev.parley.sessions.random.ModelSession.Who;
import dev.parley.sessions.workflow.StaleAnswerException;
import dev.parley.sessions.workflow.StepNotReadyException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What is done by and with participants. */
final class WorkOperations {
    private static final List<String> STEPS = List.of("design", "review", "talk", "other");

    private WorkOperations() {}

    private static String agent(int number) {
        return "a" + number % 4;
    }

    /** What changes the work of a session that has not ended. */
    private static Rule ifLive(ModelSession session) {
        return new Rule().no(NotActiveException.class, !session.isLive());
    }

    /** What only sessions do that act. */
    static Rule ifActing(ModelSession session) {
        return new Rule()
                .no(ObserverException.class, session.isObserver())
                .no(NotActiveException.class, session.status != ACTIVE);
    }

    static void join(World world, int a, int b) {
        world.some(a).ifPresent(session -> {
            String role = b % 3 == 0 ? "Tester" : "";
            Participant participant = role.isEmpty() ? Participant.of(agent(b)) : Participant.of(agent(b), role);
            boolean played = !role.isEmpty()
                    && session.participants.values().stream()
                            .anyMatch(each -> each.isHere() && each.role().equals(role));
            boolean done = ifLive(session)
                    .limit(
                            session.present() >= World.PARTICIPANTS,
                            () -> world.model.tell(session, "LimitReached PARTICIPANTS " + World.PARTICIPANTS))
                    .no(NameInUseException.class, played || session.isHere(agent(b)))
                    .allows(() -> world.handle(session).participants().add(participant));
            if (done) {
                set(world, session, agent(b), new Who(role, ParticipantState.ACTIVE), "ParticipantAdded");
            }
        });
    }

    private static void set(World world, ModelSession session, String agent, Who who, String event) {
        session.participants.put(agent, who);
        world.model.tell(session, event + " " + agent + " " + who.role() + " " + who.state());
    }

    static void leave(World world, int a, int b) {
        world.some(a).ifPresent(session -> {
            boolean done = ifLive(session)
                    .no(UnknownNameException.class, !session.isHere(agent(b)))
                    .allows(() -> world.handle(session).participants().remove(agent(b)));
            if (done) {
                String role = session.who(agent(b)).orElseThrow().role();
                set(world, session, agent(b), new Who(role, ParticipantState.LEFT), "ParticipantRemoved");
            }
        });
    }

    static void state(World world, int a, int b) {
        ParticipantState state = List.of(ParticipantState.ACTIVE, ParticipantState.WAITING, ParticipantState.BUSY)
                .get(a % 3);
        world.some(b).ifPresent(session -> {
            boolean done = ifLive(session)
                    .no(UnknownNameException.class, !session.isHere(agent(a)))
                    .allows(() -> world.handle(session).participants().set(agent(a), state));
            if (done) {
                session.who(agent(a))
                        .filter(each -> each.state() != state)
                        .ifPresent(each ->
                                set(world, session, agent(a), new Who(each.role(), state), "ParticipantChanged"));
            }
        });
    }

    /** Sometimes with a version that is too old, or was never there. */
    private static long seen(ModelSession session, String key, int b) {
        Entry entry = session.context.get(key);
        long actual = entry == null ? 0 : entry.version();
        return b % 4 == 0 ? Math.max(0, actual - 1) : actual;
    }

    private static boolean isOld(ModelSession session, String key, long seen) {
        return seen(session, key, 1) != seen;
    }

    static void put(World world, int a, int b) {
        world.some(a).ifPresent(session -> {
            String key = "k" + b % 3;
            long seen = seen(session, key, b);
            Long version = ifActing(session)
                    .no(ContextConflictException.class, isOld(session, key, seen))
                    .attempt(() -> world.handle(session).context().put(key, "v" + b, seen));
            if (version != null) {
                session.context.put(key, new Entry("v" + b, ++session.version));
                assertThat(version).isEqualTo(session.version);
                session.active = world.model.now;
                world.model.tell(session, "ContextChanged " + key + " v" + b + " " + version);
            }
        });
    }

    static void drop(World world, int a, int b) {
        world.some(a).ifPresent(session -> {
            String key = "k" + b % 3;
            long seen = seen(session, key, b);
            boolean done = ifActing(session)
                    .no(ContextConflictException.class, isOld(session, key, seen))
                    .allows(() -> world.handle(session).context().remove(key, seen));
            if (done) {
                session.context.remove(key);
                session.version++;
                session.active = world.model.now;
                world.model.tell(session, "ContextChanged " + key + " -");
            }
        });
    }

    static void define(World world, int a, int b) {
        world.some(a).ifPresent(session -> {
            Workflow workflow = Workflow.of(
                    WorkflowStep.of("design").by(agent(b)),
                    WorkflowStep.of("review").after("design"),
                    WorkflowStep.of(b % 2 == 0 ? "talk" : "other"));
            if (ifLive(session).allows(() -> world.handle(session).workflow().define(workflow))) {
                session.steps.clear();
                session.steps.put("design", new Step(Set.of(agent(b)), Set.of(), StepState.PENDING));
                session.steps.put("review", new Step(Set.of(), Set.of("design"), StepState.PENDING));
                session.steps.put(b % 2 == 0 ? "talk" : "other", new Step(Set.of(), Set.of(), StepState.PENDING));
                world.model.tell(session, "Updated " + session.name);
            }
        });
    }

    static void begin(World world, int a, int b) {
        advance(world, a, b, StepState.PENDING, StepState.CURRENT);
    }

    static void finish(World world, int a, int b) {
        advance(world, a, b, StepState.CURRENT, StepState.COMPLETED);
    }

    /** Mostly one that is there. */
    private static String step(ModelSession session, int which) {
        List<String> there = List.copyOf(session.steps.keySet());
        return World.pick(which % 6 == 0 ? STEPS : there, which).orElse("none");
    }

    private static void advance(World world, int a, int b, StepState from, StepState to) {
        world.some(a).ifPresent(session -> {
            String name = step(session, b);
            Step step = session.steps.get(name);
            boolean ready = step == null
                    || (step.agents().stream().allMatch(session::isHere)
                            && step.after().stream()
                                    .flatMap(before -> session.step(before).stream())
                                    .allMatch(before -> before.state() == StepState.COMPLETED));
            boolean done = ifActing(session)
                    .no(UnknownNameException.class, step == null)
                    .no(IllegalStateException.class, step != null && step.state() != from)
                    .no(StepNotReadyException.class, to == StepState.CURRENT && !ready)
                    .allows(() -> {
                        if (to == StepState.CURRENT) {
                            world.handle(session).workflow().begin(name);
                        } else {
                            world.handle(session).workflow().complete(name);
                        }
                    });
            if (done) {
                world.model.advance(session, name, to, false);
            }
        });
    }

    /** Mostly one who is there. */
    private static String someone(ModelSession session, int which) {
        List<String> present =
                session.participants.keySet().stream().filter(session::isHere).toList();
        return which % 6 == 0 ? agent(which / 6) : World.pick(present, which).orElse(agent(which));
    }

    static void delegate(World world, int a, int b) {
        world.some(a).ifPresent(session -> {
            List<String> agents = new ArrayList<>(List.of(someone(session, b)));
            if (b % 3 != 0) {
                agents.add(someone(session, b / 4));
            }
            int retries = b % 4 == 0 ? 0 : 1 + b % 2;
            boolean exponential = b % 4 == 1;
            Duration delay = Duration.ofSeconds(4);
            TaskSpec spec = TaskSpec.of("work", agents.get(0))
                    .within(Duration.ofMillis(ModelTask.TIMEOUT))
                    .retry(exponential ? Retry.exponential(retries, delay) : Retry.linear(retries, delay));
            Task delegated = ifActing(session)
                    .no(UnknownNameException.class, !agents.stream().allMatch(session::isHere))
                    .attempt(() -> world.handle(session)
                            .tasks()
                            .delegate(agents.size() == 1 ? spec : spec.orElse(agents.get(1))));
            if (delegated != null) {
                ModelTask task = new ModelTask(delegated.id(), agents, retries, 4_000, exponential);
                assertThat(session.task(task.id)).isEmpty();
                session.tasks.add(task);
                session.active = world.model.now;
                task.handOut(world.model.now);
                world.model.tell(session, "TaskDelegated " + task);
                world.model.arm(task);
            }
        });
    }

    static void answer(World world, int a, int b) {
        task(world, a, b, (session, task, attempt) -> session.tasks().answer(task, attempt, "fine"), each -> {
            ModelTask task = each.task;
            task.status = TaskStatus.COMPLETED;
            task.outcome = "fine";
            world.model.tell(each.session, "TaskUpdated " + task);
        });
    }

    static void taskFails(World world, int a, int b) {
        task(
                world,
                a,
                b,
                (session, task, attempt) -> session.tasks().fail(task, attempt, "tired"),
                each -> world.model.failed(each.session, each.task, TaskStatus.FAILED, "tired"));
    }

    private record Answered(ModelSession session, ModelTask task) {}

    /** What is done with a task. */
    @FunctionalInterface
    private interface Act {
        void to(SessionHandle session, String task, int attempt);
    }

    /** Returns the tasks that somebody has, or, sometimes, all. */
    private static List<ModelTask> open(ModelSession session, int which) {
        return session.tasks.stream()
                .filter(task -> which % 3 == 0 || task.status == TaskStatus.IN_PROGRESS)
                .toList();
    }

    /** Sometimes of an attempt that is over, or to come. */
    private static void task(World world, int a, int b, Act real, Consumer<Answered> expected) {
        world.some(a)
                .ifPresent(session -> World.pick(open(session, b), b / 3).ifPresent(task -> {
                    int attempt = task.attempt + (b % 5 == 0 ? -1 : b % 7 == 0 ? 1 : 0);
                    boolean done = ifLive(session)
                            .no(
                                    StaleAnswerException.class,
                                    attempt != task.attempt || task.status != TaskStatus.IN_PROGRESS)
                            .allows(() -> real.to(world.handle(session), task.id, attempt));
                    if (done) {
                        session.active = world.model.now;
                        expected.accept(new Answered(session, task));
                    }
                }));
    }
}
