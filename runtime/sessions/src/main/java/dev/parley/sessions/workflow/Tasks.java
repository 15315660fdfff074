package dev.parley.sessions.workflow;

import dev.parley.sessions.event.SessionEvent.TaskDelegated;
import dev.parley.sessions.event.SessionEvent.TaskUpdated;
import dev.parley.sessions.event.Telling;
import dev.parley.sessions.live.Changed;
import dev.parley.sessions.live.LiveSession;
import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.model.ManagedStatus;
import dev.parley.sessions.model.Retry;
import dev.parley.sessions.model.Task;
import dev.parley.sessions.model.TaskSpec;
import dev.parley.sessions.model.TaskStatus;
import dev.parley.sessions.store.StaleClaimException;
import dev.parley.sessions.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a session delegates to its participants. An agent learns of a task by {@link TaskDelegated}, and answers with the task's id and attempt; a
 * task that is failed, or not answered in time, is handed out again as its {@link TaskSpec} says: to the same agent after a while, then to the
 * next one at once. While a session is paused nothing is handed out. Safe for use by many threads.
 */
public final class Tasks {

    private static final Logger LOG = LoggerFactory.getLogger(Tasks.class);

    /** How long it takes until what has failed is tried again. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final LiveSession live;

    /** What rings when a task is due, by the task's id; guarded by itself. */
    private final Map<String, Time.Timer> timers = new HashMap<>();

    /** Whether nothing is to be waited for any more; guarded by the timers. */
    private boolean over;

    /** Creates the tasks of a session. */
    public Tasks(LiveSession live) {
        this.live = live;
    }

    /** Returns all tasks, the oldest first. */
    public List<Task> all() {
        return live.now().work().tasks();
    }

    /**
     * Returns a task.
     *
     * @throws dev.parley.sessions.model.UnknownNameException if there is none of this id
     */
    public Task get(String id) {
        return live.now().work().task(id);
    }

    /** Returns the tasks that belong to a step, the oldest first. */
    public List<Task> of(String step) {
        return all().stream()
                .filter(task -> task.spec().step().equals(Optional.of(step)))
                .toList();
    }

    /**
     * Delegates a task.
     *
     * @param spec what is to be done, and by whom
     * @return the task; its id and attempt tell which answer belongs to it
     * @throws dev.parley.sessions.model.UnknownNameException if an agent does not take part, or there is no such step
     * @throws dev.parley.sessions.live.ObserverException if the session only observes
     * @throws dev.parley.sessions.live.NotActiveException if the session is not active
     */
    public Task delegate(TaskSpec spec) {
        TaskSpec whole = spec.retry(spec.retry().orElse(live.host().options().retry()));
        AtomicReference<@Nullable Task> delegated = new AtomicReference<>();
        live.change((session, at) -> {
            LiveSession.checkMayAct(session);
            whole.agents().forEach(agent -> session.work().participants().get(agent));
            whole.step().ifPresent(step -> session.work().workflow().step(step));
            Task task = Task.first("t" + (session.work().tasks().size() + 1), whole, at);
            delegated.set(task);
            return changed(session, at, task, stamp -> new TaskDelegated(stamp, task));
        });
        Task task = Objects.requireNonNull(delegated.get(), "delegated by the change");
        arm(task.id());
        return task;
    }

    /**
     * Gives the answer to a task.
     *
     * @param id the task's id
     * @param attempt which time that it was handed out
     * @param answer the answer
     * @throws StaleAnswerException if the task is over, or was handed out again since
     */
    public void answer(String id, int attempt, String answer) {
        live.work((session, at) -> {
            Task answered = awaited(session, id, attempt).answered(answer);
            return changed(session, at, answered, stamp -> new TaskUpdated(stamp, answered));
        });
        arm(id);
    }

    /**
     * Says that the agent of a task has failed.
     *
     * @param id the task's id
     * @param attempt which time that it was handed out
     * @param why what has happened
     * @throws StaleAnswerException if the task is over, or was handed out again since
     */
    public void fail(String id, int attempt, String why) {
        live.work((session, at) -> {
            Task task = failed(awaited(session, id, attempt), TaskStatus.FAILED, why, at);
            return changed(session, at, task, stamp -> new TaskUpdated(stamp, task));
        });
        arm(id);
    }

    private static Task awaited(ManagedSession session, String id, int attempt) {
        Task task = session.work().task(id);
        if (task.status() != TaskStatus.IN_PROGRESS || task.attempt() != attempt) {
            throw new StaleAnswerException(task, attempt);
        }
        return task;
    }

    private static Task failed(Task task, TaskStatus end, String why, Instant at) {
        if (!task.mayTryAgain()) {
            return task.given(end, why);
        }
        Task again = task.again(why, at);
        int retry = again.retriesOfAgent();
        Duration delay = retry == 0
                ? Duration.ZERO
                : task.spec()
                        .retry()
                        .orElse(Retry.NEVER)
                        .before(retry, ThreadLocalRandom.current().nextDouble());
        return task.again(why, at.plus(delay));
    }

    private static Changed changed(ManagedSession session, Instant at, Task task, Telling event) {
        ManagedSession active = session.toBuilder().lastActivity(at).build();
        return Changed.to(active.with(active.work().with(task)), event);
    }

    /** Sees to it that what is due is looked at in time: when the session begins to be run here, and when it is resumed. */
    public void arm() {
        if (live.now().isLive()) {
            all().forEach(task -> arm(task.id()));
        }
    }

    /** Waits for what the task is due for now, which may be more than what the caller knows of. */
    private void arm(String id) {
        synchronized (timers) {
            disarm(id);
            get(id).due().ifPresent(due -> {
                Duration delay = Duration.between(live.host().time().instant(), due);
                arm(id, delay.isNegative() ? Duration.ZERO : delay);
            });
        }
    }

    private void arm(String id, Duration delay) {
        synchronized (timers) {
            disarm(id);
            if (!over) {
                timers.put(id, live.host().time().after(delay, () -> rings(id)));
            }
        }
    }

    private void disarm(String id) {
        synchronized (timers) {
            Time.Timer timer = timers.remove(id);
            if (timer != null) {
                timer.cancel();
            }
        }
    }

    private void rings(String id) {
        try {
            live.execute(() -> attempt(id));
        } catch (RejectedExecutionException closed) {
            disarm(id);
        }
    }

    /** Nobody waits for what is done here, so what has failed is tried again. */
    @SuppressWarnings("CatchingUnchecked")
    private void attempt(String id) {
        try {
            look(id);
        } catch (StaleClaimException overtaken) {
            end(); // another node looks after the tasks
        } catch (RuntimeException e) {
            LOG.warn("The task {} of the session {} was due, but could not be gone on with", id, live.id(), e);
            arm(id, PATIENCE);
        }
    }

    /** A task may be due: its agent is late, or it is to be handed out again. */
    private void look(String id) {
        live.change((session, at) -> {
            Task task = session.work().task(id);
            if (!session.isLive() || task.due().filter(due -> !due.isAfter(at)).isEmpty()) {
                return Changed.to(session);
            }
            if (task.status() == TaskStatus.IN_PROGRESS) {
                Task late = failed(task, TaskStatus.TIMEOUT, task.agent() + " has not answered in time", at);
                return Changed.to(session.with(session.work().with(late)), stamp -> new TaskUpdated(stamp, late));
            }
            return session.status() == ManagedStatus.ACTIVE ? handOut(session, task, at) : Changed.to(session);
        });
        if (get(id).status() != TaskStatus.PENDING || live.now().status() == ManagedStatus.ACTIVE) {
            arm(id);
        }
    }

    private static Changed handOut(ManagedSession session, Task task, Instant at) {
        if (session.work().participants().find(task.agent()).isEmpty()) {
            Task without = failed(task, TaskStatus.FAILED, task.agent() + " has left", at);
            return Changed.to(session.with(session.work().with(without)), stamp -> new TaskUpdated(stamp, without));
        }
        Task out = task.handedOut(at);
        return Changed.to(session.with(session.work().with(out)), stamp -> new TaskDelegated(stamp, out));
    }

    /** Waits for nothing any more. */
    public void end() {
        synchronized (timers) {
            over = true;
            timers.values().forEach(Time.Timer::cancel);
            timers.clear();
        }
    }
}
