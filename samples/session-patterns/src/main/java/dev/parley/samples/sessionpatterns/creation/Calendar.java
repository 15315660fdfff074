package dev.parley.samples.sessionpatterns.creation;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Plays a member of {@link Creation}, for any number of sessions at a time: who has said yes to one is not free for another. Safe for use by
 * many threads.
 */
final class Calendar {

    private final Set<Integer> busy = ConcurrentHashMap.newKeySet();

    /** Creates a calendar that is full at some hours. */
    Calendar(Integer... busyAt) {
        busy.addAll(Set.of(busyAt));
    }

    /** Plays the first member. */
    void first(CreationFirst.Start start) {
        if (start.receive() instanceof CreationFirst.Prepare prepare) {
            int hour = prepare.hour();
            boolean free = busy.add(hour);
            boolean begun = false;
            try {
                begun = prepare.firstVotes(free).receive() instanceof CreationFirst.Begin;
            } finally {
                release(hour, free && !begun);
            }
        }
    }

    /** Plays the second member. */
    void second(CreationSecond.Start start) {
        if (start.receive() instanceof CreationSecond.Prepare prepare) {
            int hour = prepare.hour();
            boolean free = busy.add(hour);
            boolean begun = false;
            try {
                begun = prepare.secondVotes(free).receive() instanceof CreationSecond.Begin;
            } finally {
                release(hour, free && !begun);
            }
        }
    }

    private void release(int hour, boolean inVain) {
        if (inVain) {
            busy.remove(hour);
        }
    }

    /** Returns whether its owner has something to do at an hour. */
    boolean isBusy(int hour) {
        return busy.contains(hour);
    }
}
