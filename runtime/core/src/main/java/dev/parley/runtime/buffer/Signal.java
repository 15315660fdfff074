package dev.parley.runtime.buffer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Wakes a role that has parked. Peers look at it after every message, so it lies apart from all that is written often.
 *
 * <p>A peer stores its message and then reads whether someone is parked. Nothing keeps these two in order: the fence that
 * would costs more than ten times the message. So a peer may miss a role that parks at this very moment, and a role
 * therefore parks with a bound (see {@link Waiter}). The window is as long as a store takes to leave its core.
 */
final class Signal extends Padded {

    private static final VarHandle PARKED;

    static {
        try {
            PARKED = MethodHandles.lookup().findVarHandle(Signal.class, "parked", Sleeper.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile @Nullable Sleeper parked;
    private volatile boolean abandoned;

    /** Wakes the role if it has announced to park; for peers, after they have stored what it waits for. */
    void wakeIfParked() {
        if (PARKED.getOpaque(this) != null) {
            wake();
        }
    }

    /** Takes the announcement back first, so that only one of many messages pays for the waking. */
    private void wake() {
        Sleeper sleeper = (Sleeper) PARKED.getAndSet(this, null);
        if (sleeper != null) {
            sleeper.wake();
        }
    }

    /** Nobody will park here any more. */
    void abandon() {
        abandoned = true;
    }

    boolean isAbandoned() {
        return abandoned;
    }

    /** Announces that the role will look again only when it is woken. */
    void svParked(Sleeper sleeper) {
        parked = sleeper;
        // The last look for a message, at lanes that are read with weaker order, comes after this.
        VarHandle.fullFence();
    }

    /** Returns who has announced to park and was not woken since; perhaps he does not wait any more. */
    @Nullable Sleeper announced() {
        return parked;
    }
}
