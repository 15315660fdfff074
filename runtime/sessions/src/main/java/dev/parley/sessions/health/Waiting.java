package dev.parley.sessions.health;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What waits in one of a session's queues.
 *
 * @param queue what the queue is called
 * @param length how much waits, 0 or more
 * @param capacity how much may wait, at least 1; empty where more waits elsewhere and nothing is refused
 */
public record Waiting(String queue, long length, OptionalLong capacity) {

    /** Returns what waits in a queue that refuses what finds it full. */
    public static Waiting bounded(String queue, long length, long capacity) {
        return new Waiting(queue, length, OptionalLong.of(capacity));
    }

    /** Returns what waits in a queue that refuses nothing. */
    public static Waiting unbounded(String queue, long length) {
        return new Waiting(queue, length, OptionalLong.empty());
    }

    /** Returns which part of its room is used, 0 to 1; empty where it refuses nothing. */
    public OptionalDouble use() {
        return capacity.isPresent()
                ? OptionalDouble.of((double) length / capacity.getAsLong())
                : OptionalDouble.empty();
    }
}
