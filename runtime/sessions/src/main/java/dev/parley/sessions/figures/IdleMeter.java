package dev.parley.sessions.figures;

import dev.parley.sessions.event.SessionEvent;

/** A meter that is switched off. */
final class IdleMeter implements Meter {

    @Override
    public Meter part() {
        return this;
    }

    @Override
    public <R, X extends Exception> R message(Doing<R, X> processing) throws X {
        return processing.now();
    }

    @Override
    public void work(Runnable work) {
        work.run();
    }

    @Override
    public void happened(SessionEvent event) {
        // Nothing is counted.
    }

    @Override
    public Tally tally() {
        return Tally.NONE;
    }
}
