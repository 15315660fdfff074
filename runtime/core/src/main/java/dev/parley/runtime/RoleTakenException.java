package dev.parley.runtime;

/** A role was entered that somebody plays already. */
public final class RoleTakenException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what is wrong, where, and what to do
     */
    public RoleTakenException(String message) {
        super(message);
    }
}
