package dev.parley.runtime;

/** The session is closing or closed: nothing may be sent, and nothing is left to be received. */
public final class SessionClosedException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what is wrong, where, and what to do
     */
    public SessionClosedException(String message) {
        super(message);
    }
}
