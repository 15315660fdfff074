package dev.parley.sessions.figures;

import dev.parley.sessions.event.SessionEvent;

/** Counts what is done. Safe for use by many threads. */
public interface Meter {

    /** Counts nothing, and costs nothing. */
    Meter OFF = new IdleMeter();

    /** Returns a meter at zero. */
    static Meter counting() {
        return new CountingMeter(null);
    }

    /** Something that is done, and may fail. */
    @FunctionalInterface
    interface Doing<R, X extends Exception> {

        /**
         * Does it.
         *
         * @return what came of it
         * @throws X if it fails
         */
        R now() throws X;
    }

    /** Returns a meter at zero for a part of what is counted here: what that one counts, this one does, too. */
    Meter part();

    /**
     * Processes a message, and counts that: how long it took, and whether it has failed by an exception.
     *
     * @return what came of it
     * @throws X if the processing does
     */
    <R, X extends Exception> R message(Doing<R, X> processing) throws X;

    /** Does some work, and counts the processor time that the thread uses for it. Of work within work, both count all of it. */
    void work(Runnable work);

    /** Counts what an event says. */
    void happened(SessionEvent event);

    /** Returns what was counted so far. */
    Tally tally();
}
