package dev.parley.testing;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * What the one role holds that may run. Who gets it next is drawn by the seed; when all wait, time goes on to the next moment that somebody
 * waits for. So of equal programs with equal seeds every run is the same, whatever the threads do.
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
    private final Random random;
    private final Phase[] phases;
    private final Condition[] turns;
    private final long[] deadlines;

    /** When messages that are under way arrive. */
    private final PriorityQueue<Long> arrivals = new PriorityQueue<>();

    private final Runnable stuck;
    private long now;

    /**
     * Creates the baton.
     *
     * @param roles how many roles will come for it
     * @param random draws who gets it
     * @param stuck called when all roles wait, and nothing can come any more; has to make them give up
     */
    Baton(int roles, Random random, Runnable stuck) {
        this.random = random;
        this.stuck = stuck;
        this.phases = new Phase[roles];
        this.turns = new Condition[roles];
        this.deadlines = new long[roles];
        Arrays.fill(phases, Phase.ABSENT);
        Arrays.setAll(turns, role -> lock.newCondition());
    }

    /** A role's thread has come. Returns when all have, and it is its turn. */
    void enter(int role) {
        locked(() -> offer(role, Phase.READY));
    }

    /** Lets others go first, perhaps; to be called where it matters who acts first. */
    void step(int role) {
        locked(() -> offer(role, Phase.READY));
    }

    /** Waits until something has happened, or until a moment. */
    void await(int role, long deadline) {
        locked(() -> {
            deadlines[role] = deadline;
            offer(role, Phase.WAITING);
        });
    }

    /** A role is done. */
    void leave(int role) {
        locked(() -> {
            phases[role] = Phase.DONE;
            happened();
            passOn();
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

    private void offer(int role, Phase phase) {
        phases[role] = phase;
        passOn();
        while (phases[role] != Phase.RUNNING) {
            // A thread that is interrupted learns of it from the runtime, at its next wait.
            turns[role].awaitUninterruptibly();
        }
    }

    private void passOn() {
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
        int chosen = random.nextInt(count(Phase.READY));
        for (int role = 0; role < phases.length; role++) {
            if (phases[role] == Phase.READY && chosen-- == 0) {
                phases[role] = Phase.RUNNING;
                turns[role].signal();
                return;
            }
        }
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
