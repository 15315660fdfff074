package dev.parley.runtime;

import dev.parley.runtime.buffer.Waiter;
import java.util.ArrayList;
import java.util.List;

/**
 * The roles that have lately announced to sleep. A peer that had just stored a message may have missed the announcement, so each has to look
 * again when nothing from before it can be on its way any more; {@link Waiter#sleep} says why.
 */
final class Settling {

    private List<EventEndpoint<?>> older = new ArrayList<>();
    private List<EventEndpoint<?>> newer = new ArrayList<>();

    /** When the older ones have settled, on the clock of {@link System#nanoTime}. The newer ones have then not. */
    private long due;

    /** Adds a role that has just announced to sleep. */
    void add(EventEndpoint<?> role) {
        if (isEmpty()) {
            due = System.nanoTime() + Waiter.SETTLING_NANOS;
        }
        newer.add(role);
    }

    private boolean isEmpty() {
        return older.isEmpty() && newer.isEmpty();
    }

    /** Returns how long it takes, in nanoseconds, until some may have settled; as long as can be if there are none. */
    long remaining() {
        return isEmpty() ? Long.MAX_VALUE : due - System.nanoTime();
    }

    /** Has those that have settled look again. */
    void wakeSettled() {
        if (remaining() > 0) {
            return;
        }
        List<EventEndpoint<?>> settled = older;
        older = newer;
        newer = settled;
        due = System.nanoTime() + Waiter.SETTLING_NANOS;
        // By index, and then all at once: this is done often.
        for (int i = 0; i < settled.size(); i++) {
            settled.get(i).wake();
        }
        settled.clear();
    }
}
