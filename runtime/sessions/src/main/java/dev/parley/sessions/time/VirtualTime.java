package dev.parley.sessions.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A time that stands still until a program turns it forward: for tests that wait for nothing. */
public final class VirtualTime implements Time {

    private final Queue<Entry> later =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::number));
    private Instant now;
    private long entries;

    private record Entry(Instant at, long number, Runnable action) {}

    /**
     * Creates a time.
     *
     * @param start what it is at first
     */
    public VirtualTime(Instant start) {
        now = start;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized Timer after(Duration delay, Runnable action) {
        Entry entry = new Entry(now.plus(delay), entries++, action);
        later.add(entry);
        return () -> cancel(entry);
    }

    private synchronized void cancel(Entry entry) {
        later.remove(entry);
    }

    /**
     * Turns it forward, and does what is due on the way, in order and by the calling thread.
     *
     * @param by how far
     */
    public void advance(Duration by) {
        Instant end = instant().plus(by);
        for (Runnable due = next(end); due != null; due = next(end)) {
            due.run();
        }
    }

    private synchronized @Nullable Runnable next(Instant end) {
        Entry first = later.peek();
        if (first == null || first.at().isAfter(end)) {
            now = end;
            return null;
        }
        later.remove();
        if (first.at().isAfter(now)) {
            now = first.at();
        }
        return first.action();
    }

    /** Returns how much is to be done later. */
    public synchronized int waiting() {
        return later.size();
    }

    @Override
    public synchronized void close() {
        later.clear();
    }
}
