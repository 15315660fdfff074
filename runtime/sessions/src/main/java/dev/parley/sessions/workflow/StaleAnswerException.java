package dev.parley.sessions.workflow;

import dev.parley.sessions.model.Task;
import java.io.Serial;

/** Somebody has answered a task that is over, or that was handed out again since: the answer came too late. */
public final class StaleAnswerException extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1;

    StaleAnswerException(Task task, int attempt) {
        super("Attempt " + attempt + " of the task " + task.id() + " is over: the task is " + task.status()
                + " in attempt " + task.attempt() + ". The answer was not taken.");
    }
}
