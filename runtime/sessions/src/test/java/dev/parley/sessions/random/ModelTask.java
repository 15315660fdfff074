package dev.parley.sessions.random;

import dev.parley.sessions.model.TaskStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a task should be: every agent in turn is asked once, and again as often as it says. */
final class ModelTask {
    static final long TIMEOUT = 20_000;

    final String id;
    final List<String> agents;
    final int retries;
    final long delay;
    final boolean exponential;

    int asked;
    int retried;
    int attempt = 1;
    TaskStatus status = TaskStatus.IN_PROGRESS;

    /** When its agent is too late, or it is handed out again. */
    long due;

    @Nullable String outcome;

    /** When it is looked at, and who of several comes first. */
    long rings;

    long turn;

    ModelTask(String id, List<String> agents, int retries, long delay, boolean exponential) {
        this.id = id;
        this.agents = agents;
        this.retries = retries;
        this.delay = delay;
        this.exponential = exponential;
    }

    ModelTask copy() {
        ModelTask copy = new ModelTask(id, agents, retries, delay, exponential);
        copy.asked = asked;
        copy.retried = retried;
        copy.attempt = attempt;
        copy.status = status;
        copy.due = due;
        copy.outcome = outcome;
        return copy;
    }

    String agent() {
        return agents.get(asked);
    }

    boolean isOver() {
        return status != TaskStatus.IN_PROGRESS && status != TaskStatus.PENDING;
    }

    void handOut(long now) {
        status = TaskStatus.IN_PROGRESS;
        due = now + TIMEOUT;
        outcome = null;
    }

    /** The agent is asked again after a while; then it is the next one's turn, at once. */
    void fail(TaskStatus end, String why, long now) {
        outcome = why;
        if (retried < retries) {
            retried++;
            due = now + (exponential ? delay << (retried - 1) : delay * retried);
        } else if (asked + 1 < agents.size()) {
            asked++;
            retried = 0;
            due = now;
        } else {
            status = end;
            return;
        }
        attempt++;
        status = TaskStatus.PENDING;
    }

    @Override
    public String toString() {
        return id + " " + agent() + " " + status + " " + attempt + " " + (isOver() ? "-" : "" + due) + " " + outcome;
    }
}
