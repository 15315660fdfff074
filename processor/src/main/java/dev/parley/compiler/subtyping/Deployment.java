package dev.parley.compiler.subtyping;

import dev.parley.compiler.machine.Exploration.Faulty;

/** Whether machines of different versions work together: no message that nobody takes, nobody who waits in vain. */
public sealed interface Deployment {

    /**
     * They do.
     *
     * @param evidence how that is known
     */
    record Safe(Evidence evidence) implements Deployment {}

    /**
     * They do not.
     *
     * @param fault what goes wrong, with a run that leads there
     */
    record Broken(Faulty fault) implements Deployment {}

    /**
     * Undecided.
     *
     * @param reason how far was looked, and why no further
     * @param tried whether everything was tried with channels of some size, and nothing goes wrong with those
     */
    record Unknown(String reason, boolean tried) implements Deployment {}

    /** How it is known that all is well. */
    enum Evidence {
        /** The changed role is a synchronous subtype: it does the same as before, and may take more. */
        SUBTYPING,
        /** The changed role is an asynchronous subtype: besides, it sends earlier. Channels may have to hold more than before. */
        ASYNCHRONOUS_SUBTYPING,
        /** Everything that the machines can do together was tried, and larger channels would add nothing to it. */
        EXPLORATION,
        /**
         * The changed role is a subtype that sends less. So no message can be amiss at any size of channels; that nobody waits in
         * vain for what is not sent any more was tried with small channels only.
         */
        SUBTYPING_AND_EXPLORATION
    }
}
