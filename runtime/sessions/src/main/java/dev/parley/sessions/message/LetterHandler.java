package dev.parley.sessions.message;

/** Reads the letters of a session. */
@FunctionalInterface
public interface LetterHandler {

    /**
     * Reads a letter. Called by one thread at a time, and not while the session is paused.
     *
     * @param letter the letter
     * @return the reply
     * @throws Exception if it cannot be read; the sender gets that
     */
    Object read(Letter letter) throws Exception;
}
