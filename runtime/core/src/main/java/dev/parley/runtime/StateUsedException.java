package dev.parley.runtime;

/** A state or message of a role was used after the role had moved on. */
public final class StateUsedException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what is wrong, where, and what to do
     */
    public StateUsedException(String message) {
        super(message);
    }
}
