package dev.parley.testing;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the one role holds that may run. Who gets it next is decided by chance; when all wait, time goes on to the next moment that somebody
 * waits for. So equal programs and equal decisions give equal runs, whatever the threads do.
 */
final class Baton {

    private enum Phase {
        ABSENT,
        READY,
        WAITING,
        RUNNING,
        DONE
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Chance chance;
    private Phase[] phases = {};
    private Condition[] turns = {};
    private @Nullable Thread[] threads = {}; // of the roles that have come
    private long[] deadlines = {};

    /** When messages that are under way arrive. */
    private final PriorityQueue<Long> arrivals = new PriorityQueue<>();

    private final Runnable stuck;
    private long now;

    /**
     * Creates the baton.
     *
     * @param parts the numbers of those who will come for it
     * @param chance decides who gets it
     * @param stuck called when all roles wait, and nothing can come any more; has to make them give up
     */
    Baton(int[] parts, Chance chance, Runnable stuck) {
        this.chance = chance;
        this.stuck = stuck;
        IntStream.of(parts).forEach(this::add);
    }

    /** Adds somebody who will come for it; to be called before anybody has come. */
    void add(int role) {
        int known = phases.length;
        if (role >= known) {
            phases = Arrays.copyOf(phases, role + 1);
            turns = Arrays.copyOf(turns, role + 1);
            threads = Arrays.copyOf(threads, role + 1);
            deadlines = Arrays.copyOf(deadlines, role + 1);
            Arrays.fill(phases, known, role, Phase.DONE);
            for (int each = known; each <= role; each++) {
                turns[each] = lock.newCondition();
            }
        }
        phases[role] = Phase.ABSENT;
    }

    /** A role's thread has come. Returns when all have, and it is its turn. */
    void enter(int role) {
        // Which role's thread comes last is not to matter.
        locked(() -> {
            threads[role] = Thread.currentThread();
            offer(role, Phase.READY, Chance.NOBODY);
        });
    }

    /** Another thread plays a role from now on: the one that calls this. It is the role's turn. */
    void takeOver(int role) {
        locked(() -> threads[role] = Thread.currentThread());
    }

    /** Lets others go first, perhaps; to be called where it matters who acts first. */
    void step(int role) {
        locked(() -> offer(role, Phase.READY, role));
    }

    /** Waits until something has happened, or until a moment. */
    void await(int role, long deadline) {
        locked(() -> {
            deadlines[role] = deadline;
            offer(role, Phase.WAITING, role);
        });
    }

    /** A role is done. */
    void leave(int role) {
        locked(() -> {
            phases[role] = Phase.DONE;
            happened();
            passOn(role);
        });
    }

    /** Something has happened that a waiting role may wait for. */
    void somethingHappened() {
        locked(this::happened);
    }

    /** Something will have happened at that time. */
    void somethingHappensAt(long time) {
        locked(() -> arrivals.add(time));
    }

    /** Returns the virtual time, in nanoseconds since the beginning. */
    long now() {
        return locked(() -> now);
    }

    private void happened() {
        for (int role = 0; role < phases.length; role++) {
            if (phases[role] == Phase.WAITING) {
                phases[role] = Phase.READY;
            }
        }
    }

    private void offer(int role, Phase phase, int last) {
        if (threads[role] != Thread.currentThread()) {
            throw new IllegalStateException(
                    "A simulation conducts one thread for each role, and a role acts in another one."
                            + " Play the branches of a parallel block one after the other, in the role's own thread.");
        }
        phases[role] = phase;
        passOn(last);
        while (phases[role] != Phase.RUNNING) {
            // A thread that is interrupted learns of it from the runtime, at its next wait.
            turns[role].awaitUninterruptibly();
        }
    }

    private void passOn(int last) {
        if (has(Phase.ABSENT) || has(Phase.RUNNING)) {
            return;
        }
        while (!has(Phase.READY)) {
            if (!has(Phase.WAITING)) {
                return;
            }
            if (!timeGoesOn()) {
                stuck.run();
                happened();
            }
        }
        int[] ready = IntStream.range(0, phases.length)
                .filter(role -> phases[role] == Phase.READY)
                .toArray();
        int chosen = ready[chance.next(ready.length, Math.max(Chance.NOBODY, Arrays.binarySearch(ready, last)))];
        phases[chosen] = Phase.RUNNING;
        turns[chosen].signal();
    }

    /** Goes on to the next moment that matters; returns false if there is none. */
    private boolean timeGoesOn() {
        long next = arrivals.isEmpty() ? Long.MAX_VALUE : arrivals.peek();
        for (int role = 0; role < phases.length; role++) {
            if (phases[role] == Phase.WAITING) {
                next = Math.min(next, deadlines[role]);
            }
        }
        if (next == Long.MAX_VALUE) {
            return false;
        }
        now = Math.max(now, next);
        while (!arrivals.isEmpty() && arrivals.peek() <= now) {
            arrivals.remove();
        }
        happened();
        return true;
    }

    private boolean has(Phase phase) {
        return count(phase) > 0;
    }

    private int count(Phase phase) {
        int count = 0;
        for (Phase each : phases) {
            count += each == phase ? 1 : 0;
        }
        return count;
    }

    private void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }

    private <T> T locked(Supplier<T> value) {
        lock.lock();
        try {
            return value.get();
        } finally {
            lock.unlock();
        }
    }
}
