package dev.parley.runtime;

/**
 * One part of a session as somebody plays it: where the part stands, and what to say to a program that plays it wrongly.
 */
abstract class Participant {

    private final Session session;
    private final int part;

    Participant(Session session, int part) {
        this.session = session;
        this.part = part;
    }

    /** Returns the session. */
    protected final Session session() {
        return session;
    }

    /**
     * Returns the number of the state the role is in, or its complement once the role was left there to another endpoint. May be
     * called by any thread, and may then be outdated.
     */
    protected abstract int state();

    /** Returns where the role stands, or was left, for others, who may know more than its program does. */
    int position() {
        return stateNumber();
    }

    /** Returns the number of the state the role is in, or was left in. */
    final int stateNumber() {
        int state = state();
        return state < 0 ? ~state : state;
    }

    /** The role does nothing more by itself; returns where it stands. */
    int resign() {
        return stateNumber();
    }

    /** The session has ended, or the role is left to another endpoint: nothing that was to happen later will. */
    void stop() {}

    /** Returns whether the role was left to another endpoint. */
    final boolean isLeft() {
        return state() < 0;
    }

    final String roleName() {
        return session.cast().name(part);
    }

    /** Returns the index of the member that plays here; 0 where no member does. */
    protected final int member() {
        return session.cast().index(part);
    }

    /**
     * Returns what to throw when a state object is used that the role is not in any more.
     *
     * @param state the number of the object's state
     */
    public final StateUsedException used(int state) {
        LocalState then = session.standing(part, state);
        LocalState now = local();
        if (isLeft()) {
            return new StateUsedException(then.role() + " has left the state " + then.name()
                    + ", which was used again: it was turned into a seat in " + now.name()
                    + ". Whoever sits down on that seat plays the role from there on.");
        }
        return new StateUsedException(
                then.role() + " has left the state " + then.name() + ", which was used again: it is in "
                        + now.name() + ", where it " + now.actions()
                        + ". Use each state once, and go on with what its method returns.");
    }

    /**
     * Returns what to throw when a message is read after the role has received the next one.
     *
     * @param message the name of the message's type
     */
    public final StateUsedException gone(String message) {
        LocalState now = local();
        return new StateUsedException("The message " + message + " is gone: " + now.role()
                + " has received another since, and is in " + now.name()
                + ". Take what is to be kept with copy() before the next receive.");
    }

    /**
     * Faults the session, because a message has come that may not come in the role's state: its sender plays another protocol.
     *
     * @param header the message's header
     * @return what to throw
     */
    public final IllegalStateException unexpected(long header) {
        LocalState now = local();
        IllegalStateException failure =
                new IllegalStateException("Message " + (header >>> 32) + " came to " + now.role() + " in " + now.name()
                        + ", where it " + now.actions()
                        + ". Make sure that all parties run the same version of " + session.protocol() + ".");
        session.fault(failure);
        return failure;
    }

    final int part() {
        return part;
    }

    final LocalState local() {
        return session.standing(part, stateNumber());
    }

    /** The session's status has changed. Called by any thread. */
    void sessionChanged() {}
}
