package dev.parley.runtime;

/** A message found a full buffer on an edge that reports this as an error; the session is faulted with it. */
public final class BufferFullException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what is wrong, where, and what to do
     */
    public BufferFullException(String message) {
        super(message);
    }
}
