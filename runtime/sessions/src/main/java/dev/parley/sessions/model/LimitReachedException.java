package dev.parley.sessions.model;

import java.io.Serial;

/** There may be no more of something. Nothing was changed. */
public final class LimitReachedException extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1;

    private final Limit limit;
    private final long most;

    /**
     * Says what there is too much of.
     *
     * @param limit what
     * @param most how many there may be
     * @param whose whose limit it is, such as {@code the session s1}
     */
    public LimitReachedException(Limit limit, long most, String whose) {
        super("The limit of " + whose + " is reached: there may be " + most + " " + limit
                + ". End or remove one first, or raise the limit.");
        this.limit = limit;
        this.most = most;
    }

    /** Returns what there may be no more of. */
    public Limit limit() {
        return limit;
    }

    /** Returns how many there may be. */
    public long most() {
        return most;
    }
}
