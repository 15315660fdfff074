package dev.parley.sessions.event;

/** That somebody listens. */
public interface Listening extends AutoCloseable {

    /** Ends it: no event that comes later is told. Ending it again does nothing. */
    @Override
    void close();
}
