package dev.parley.runtime;

/** Nobody can sit down on a seat that came from another process. */
public final class SeatRefusedException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** Why a seat is refused. */
    public enum Reason {
        /** It is of another protocol, or of another role of it. */
        PROTOCOL,
        /** The two processes run different versions of the protocol. */
        VERSION,
        /** The role is to go on at another place of the protocol. */
        PLACE,
        /** Somebody has sat down on it before, its time is over, or the process that it came from does not know it. */
        USED,
        /** The text it was made of was altered. */
        ALTERED,
        /** The process that it came from cannot be reached, or is gone. */
        UNREACHABLE
    }

    /** Why. */
    private final Reason reason;

    /**
     * Creates the exception.
     *
     * @param reason why
     * @param message what is wrong, where, and what to do
     */
    public SeatRefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Returns why. */
    public Reason reason() {
        return reason;
    }
}
