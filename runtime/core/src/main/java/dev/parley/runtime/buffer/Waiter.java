package dev.parley.runtime.buffer;

import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Where one role waits, be it for a message or for room. All but {@link #wake} is for the thread of the role.
 *
 * <p>Waiting is a loop of the caller: look, {@link #pause}, look again, and {@link #resume} once it has found something.
 */
public class Waiter extends Padded {

    /**
     * About the time that a cache line takes from core to core. A look takes the line away from a peer that is about to answer into
     * it, and the peer then has to fetch it back: a round trip took up to twice the time when looks followed each other at once.
     */
    private static final int SPINS_PER_TURN = 4;

    /** After this time from an announcement, in nanoseconds, nothing that was stored before it is still on its way. */
    public static final long SETTLING_NANOS = 50_000;

    private static final int TURNS_PER_CLOCK_READ = 8;
    private static final int TURNS_OF_VIRTUAL_THREAD = 4;
    private static final long SPIN_NANOS = 30_000;
    private static final long LONGEST_PARK_NANOS = 100_000_000;
    private static final boolean SEVERAL_CORES = Runtime.getRuntime().availableProcessors() > 1;

    private final Signal signal = new Signal();
    private final Gate gate;
    private final WaitStrategy strategy;
    private final List<InLane> incoming = new ArrayList<>();
    private @Nullable ParkedThread parked;
    private int turns;
    private boolean spinning;
    private long spinUntil;
    private long parkNanos;
    private Gate.@Nullable Refusal known;

    /**
     * Creates the place of a role.
     *
     * @param gate whose refusals end the waiting
     * @param strategy how to wait
     */
    public Waiter(Gate gate, WaitStrategy strategy) {
        this.gate = gate;
        this.strategy = strategy;
    }

    Signal signal() {
        return signal;
    }

    /** Adds a lane the role receives from: its sender learns what is free whenever this role waits. */
    public final void receivesFrom(InLane lane) {
        incoming.add(lane);
    }

    /** Wakes the role if it has parked; callable by any thread, which must have stored what the role is to see. */
    public void wake() {
        VarHandle.fullFence();
        signal.wakeIfParked();
    }

    /** Nobody will wait here any more: messages that find no room on their way here are lost. Callable by any thread. */
    public final void abandon() {
        signal.abandon();
    }

    /** Takes one turn of waiting: some nanoseconds at first, later up to 100 ms. Throws when there is nothing more to wait for. */
    public void pause() {
        if (proceed()) {
            park(Long.MAX_VALUE);
        }
    }

    /**
     * Takes one turn of waiting, but not beyond a deadline.
     *
     * @param deadline on the clock of {@link #now}
     * @return false if the deadline has passed, and the waiting is over
     */
    public boolean pause(long deadline) {
        long left = deadline - now();
        if (left <= 0) {
            resume();
            return false;
        }
        if (proceed()) {
            park(left);
        }
        return true;
    }

    /** Returns the time, in nanoseconds from some moment. */
    public long now() {
        return System.nanoTime();
    }

    /**
     * Ends the waiting. The announcement to park may stay: it costs the next peer a wake-up for nothing, once, where taking it back
     * would cost a fence in the path from every message to its answer.
     */
    public final void resume() {
        turns = 0;
    }

    /**
     * Announces that somebody else will look for messages in place of the role's thread, when he is woken by one, or by room, or by an
     * end. Returns true if that was not known: he then has to look once more at once, and again after {@link #SETTLING_NANOS}, since a peer that has
     * just stored something may have missed the announcement.
     *
     * @param sleeper who will look
     */
    public final boolean sleep(Sleeper sleeper) {
        report();
        return announce(sleeper);
    }

    /** Does what comes before each turn: tells senders of room, and throws when there is nothing more to wait for. */
    protected final void prepare() {
        if (turns == 0) {
            begin();
        }
        turns++;
        Gate.Refusal refusal = gate.loRefusal();
        if (refusal == null && Thread.currentThread().isInterrupted()) {
            gate.interrupted();
            refusal = gate.loRefusal();
        }
        if (refusal != null) {
            resume();
            refuse();
            turns = 1;
        }
    }

    /** Who has just learned of a refusal looks once more: what came before it may have come after the last look. */
    private void refuse() {
        Gate.Refusal refusal = gate.refusal();
        if (refusal != null && refusal == known) {
            refusal.onWait();
        }
        known = refusal;
    }

    /** Does a turn that needs no parking, or returns true. */
    @SuppressWarnings("ThreadPriorityCheck") // yielding is what the strategy is about
    private boolean proceed() {
        prepare();
        if (spinning) {
            spin();
            return false;
        }
        if (strategy == WaitStrategy.SPIN_YIELD) {
            Thread.yield();
            return false;
        }
        return !announce(here());
    }

    /** Made once for a thread, so that waiting leaves no garbage behind. */
    private ParkedThread here() {
        ParkedThread thread = parked;
        if (thread == null || thread.thread() != Thread.currentThread()) {
            thread = new ParkedThread(Thread.currentThread());
            parked = thread;
        }
        return thread;
    }

    private boolean announce(Sleeper sleeper) {
        if (signal.announced() == sleeper) {
            return false;
        }
        signal.svParked(sleeper);
        return true;
    }

    private void begin() {
        report();
        spinning = strategy == WaitStrategy.SPIN || SEVERAL_CORES;
        parkNanos = SETTLING_NANOS;
    }

    private void report() {
        // By index: an iterator would be garbage, and this is done for many a message.
        for (int i = 0; i < incoming.size(); i++) {
            incoming.get(i).report();
        }
    }

    private void spin() {
        for (int i = 0; i < SPINS_PER_TURN; i++) {
            Thread.onSpinWait();
        }
        if (strategy == WaitStrategy.SPIN) {
            return;
        }
        if (VirtualThreads.isVirtual(Thread.currentThread())) {
            spinning = turns < TURNS_OF_VIRTUAL_THREAD;
        } else if (turns % TURNS_PER_CLOCK_READ == 0) {
            long now = System.nanoTime();
            if (turns == TURNS_PER_CLOCK_READ) {
                spinUntil = now + SPIN_NANOS;
            }
            spinning = now - spinUntil < 0;
        }
    }

    /** A wake-up can be missed only just after the announcement, so the bound may grow from park to park. */
    private void park(long atMost) {
        LockSupport.parkNanos(this, Math.min(parkNanos, atMost));
        parkNanos = Math.min(2 * parkNanos, LONGEST_PARK_NANOS);
    }

    private record ParkedThread(Thread thread) implements Sleeper {

        @Override
        public void wake() {
            LockSupport.unpark(thread);
        }
    }
}
