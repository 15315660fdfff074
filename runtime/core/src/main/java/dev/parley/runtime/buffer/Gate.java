package dev.parley.runtime.buffer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether traffic may pass. Lanes ask at every message, so the answer is one read of a field that changes only a
 * few times in a session's life.
 */
public abstract class Gate {

    private static final VarHandle REFUSAL;

    static {
        try {
            REFUSAL = MethodHandles.lookup().findVarHandle(Gate.class, "refusal", Refusal.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile @Nullable Refusal refusal;

    /** Why not all traffic may pass. Each method throws if what it names may not happen, and returns if it may. */
    public interface Refusal {
        /** A message is about to be sent. */
        void onSend();

        /** A message is about to be looked for. */
        void onReceive();

        /** A role is about to wait, for a message or for room. */
        void onWait();
    }

    /** Creates a gate that is open. */
    protected Gate() {}

    /** Returns what stands against traffic now; null while all may pass. */
    protected final @Nullable Refusal refusal() {
        return refusal;
    }

    /**
     * Replaces what stands against traffic.
     *
     * @return false if it was not {@code expected}, and nothing has changed
     */
    protected final boolean replace(@Nullable Refusal expected, Refusal next) {
        return REFUSAL.compareAndSet(this, expected, next);
    }

    /**
     * A message found a full lane that reports an error.
     *
     * @param edge the lane's edge
     * @param capacity how many messages it holds
     * @return what the sender is to throw
     */
    public abstract RuntimeException overflow(int edge, int capacity);

    /**
     * A message found a full lane both of whose ends belong to the calling thread, so that waiting would never end.
     *
     * @param edge the lane's edge
     * @param capacity how many messages it holds
     * @return what the sender is to throw
     */
    public abstract RuntimeException wouldBlock(int edge, int capacity);

    /**
     * A lane cannot go on.
     *
     * @param cause why
     * @return what its user is to throw
     */
    public abstract RuntimeException failed(Throwable cause);

    /** A message was consumed, or was found missing, while sending is refused: perhaps the last one. */
    public abstract void drained();

    /**
     * Nothing was found on a lane both of whose ends belong to the calling thread: sends what is due there by now, if anything is.
     *
     * @param edge the lane's edge
     * @return whether it did; never, where nothing is sent but by roles
     */
    public boolean sendIfDue(int edge) {
        return false;
    }

    /**
     * There is room again on a lane both of whose ends belong to the calling thread, where its sender has found none.
     *
     * @param edge the lane's edge
     */
    public void room(int edge) {}

    /** A role's thread was interrupted while it waited; what is done about it must show up as a refusal. */
    public abstract void interrupted();

    /** Returns whether messages may be sent. */
    public final boolean isOpen() {
        return loRefusal() == null;
    }

    /** Throws if messages may not be sent. */
    public final void checkSend() {
        Refusal now = loRefusal();
        if (now != null) {
            now.onSend();
        }
    }

    /** Throws if a role must not wait. */
    public final void checkWait() {
        Refusal now = loRefusal();
        if (now != null) {
            now.onWait();
        }
    }

    /**
     * Opaque is enough: the field is coherent and seen in the end, and whoever changes it wakes all that wait. What a refusal
     * holds is final.
     */
    final @Nullable Refusal loRefusal() {
        return (Refusal) REFUSAL.getOpaque(this);
    }
}
