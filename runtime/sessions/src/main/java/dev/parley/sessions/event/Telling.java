package dev.parley.sessions.event;

/** An event that has not got its place and time yet. */
@FunctionalInterface
public interface Telling {

    /** Returns the event. */
    SessionEvent at(Stamp stamp);
}
