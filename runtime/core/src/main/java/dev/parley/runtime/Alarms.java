package dev.parley.runtime;

import java.util.TreeSet;

/**
 * The roles of a reactor that have not chosen yet where the protocol sets a timeout, in the order in which their time is up. For the thread
 * that runs the reactor.
 */
final class Alarms {

    private final TreeSet<Alarm> pending = new TreeSet<>();

    /** How many there have been. */
    private long count;

    /**
     * Has a role woken.
     *
     * @param role the role
     * @param due when, on the clock of {@link System#nanoTime}
     * @return what to give to {@link #cancel}
     */
    Alarm set(EventEndpoint<?> role, long due) {
        Alarm alarm = new Alarm(due, count++, role);
        pending.add(alarm);
        return alarm;
    }

    /** The role need not be woken; nothing happens if it was. */
    void cancel(Alarm alarm) {
        pending.remove(alarm);
    }

    /** Returns how long it takes, in nanoseconds, until a role is to be woken; as long as can be if none is. */
    long remaining() {
        return pending.isEmpty() ? Long.MAX_VALUE : pending.first().due - System.nanoTime();
    }

    /** Wakes the roles whose time is up. */
    void wakeDue() {
        while (remaining() <= 0) {
            pending.pollFirst().role.wake();
        }
    }

    /** Nobody will wake the roles any more. */
    void abandon() {
        for (Alarm alarm = pending.pollFirst(); alarm != null; alarm = pending.pollFirst()) {
            alarm.role.abandon();
        }
    }

    /** Of those that are due at the same time, who was set first is first. Ordered by differences, as the clock may overflow. */
    record Alarm(long due, long number, EventEndpoint<?> role) implements Comparable<Alarm> {

        @Override
        public int compareTo(Alarm other) {
            int order = Long.signum(due - other.due);
            return order == 0 ? Long.compare(number, other.number) : order;
        }
    }
}
