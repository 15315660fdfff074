package dev.parley.runtime;

/** A part waits where the protocol may be over for it, and looks now and then whether it is. For the part's thread. */
final class Rest {

    private static final long NEVER = -1;

    private final Quiescence quiescence;
    private final int part;
    private boolean resting;
    private long eventsWhenLooked;

    Rest(Quiescence quiescence, int part) {
        this.quiescence = quiescence;
        this.part = part;
    }

    boolean isResting() {
        return resting;
    }

    /** Begins to rest, if that was not so, and returns whether the protocol is over. */
    boolean over(int state) {
        if (!resting) {
            resting = true;
            eventsWhenLooked = NEVER;
            quiescence.rest(part, state);
        }
        long events = quiescence.events();
        if (events == eventsWhenLooked) {
            return false;
        }
        eventsWhenLooked = events;
        return quiescence.isOver(part);
    }

    /** Ends the rest, if there was one: the part is about to consume a message or to send one. */
    void end() {
        if (resting) {
            resting = false;
            quiescence.busy(part);
        }
    }
}
