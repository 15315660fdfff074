package dev.parley.sessions.random;

import dev.parley.sessions.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;

/** The time of a process that may stand still: what is due meanwhile is done when it goes on, sooner or later. */
final class StallingTime implements Time {

    private final Time time;
    private final Queue<Entry> missed = new ArrayDeque<>();
    private boolean stalled;

    /** Something that is to be done, and whether it still is. */
    private static final class Entry {
        private final Runnable action;
        private boolean cancelled;

        Entry(Runnable action) {
            this.action = action;
        }

        void run() {
            if (!cancelled) {
                action.run();
            }
        }
    }

    StallingTime(Time time) {
        this.time = time;
    }

    boolean isStalled() {
        return stalled;
    }

    void stall() {
        stalled = true;
    }

    void goOn() {
        stalled = false;
    }

    /** Does the first of what it has missed, if there is any left. Other threads may be faster than the one that does that. */
    void catchUp() {
        Entry entry = missed.poll();
        if (entry != null) {
            entry.run();
        }
    }

    void catchUpWithAll() {
        while (!missed.isEmpty()) {
            catchUp();
        }
    }

    @Override
    public Instant instant() {
        return time.instant();
    }

    @Override
    public Timer after(Duration delay, Runnable action) {
        Entry entry = new Entry(action);
        Timer timer = time.after(delay, () -> due(entry));
        return () -> {
            entry.cancelled = true;
            timer.cancel();
        };
    }

    private void due(Entry entry) {
        if (stalled) {
            missed.add(entry);
        } else {
            entry.run();
        }
    }

    @Override
    public void close() {}
}
