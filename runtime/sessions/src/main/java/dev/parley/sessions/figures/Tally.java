package dev.parley.sessions.figures;

import java.time.Duration;

/**
 * What was done until some moment. Immutable.
 *
 * @param messages messages that were processed: letters that were read, and actions in conversations
 * @param tasks tasks that agents have answered, failed at, or not answered in time, each time that they were handed out
 * @param cpu the processor time of what the manager's executor did for sessions; what other threads do, in conversations or for roles, is not
 *     counted
 */
public record Tally(Count messages, Count tasks, Duration cpu) {

    /** Nothing. */
    public static final Tally NONE = new Tally(Count.NONE, Count.NONE, Duration.ZERO);

    /** Returns this and another together. */
    public Tally plus(Tally other) {
        return new Tally(messages.plus(other.messages), tasks.plus(other.tasks), cpu.plus(other.cpu));
    }

    /** Returns what was added since an earlier tally. */
    public Tally since(Tally earlier) {
        return new Tally(messages.since(earlier.messages), tasks.since(earlier.tasks), cpu.minus(earlier.cpu));
    }

    /** Returns messages and tasks together. */
    public Count all() {
        return messages.plus(tasks);
    }
}
