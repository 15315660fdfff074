package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.Edge;
import dev.parley.runtime.buffer.Gate;
import dev.parley.runtime.buffer.Lane;
import dev.parley.runtime.buffer.Waiter;
import dev.parley.runtime.journal.Journal;

/**
 * Takes the place of threads' scheduling, of clocks and of the way of messages in one session that {@link SessionRunner} plays: what
 * simulation is built on. Users find it ready-made in {@code parley-testing}.
 */
public interface Conductor {

    /**
     * A session opens. Called once, before all else.
     *
     * @param session the session
     */
    void open(Session session);

    /**
     * A part is added, to be played as the others are: somebody may join the session. Called before anything is played.
     *
     * @param part its number
     */
    void joins(int part);

    /**
     * Returns where a part waits: a role, or a member of a family.
     *
     * @param part its number
     * @param gate ends the waiting
     */
    Waiter waiter(int part, Gate gate);

    /**
     * Returns what the roles use in place of a lane; not asked for the lanes between a role and its own parties.
     *
     * @param edge its edge
     * @param from the number of the part that sends
     * @param to the number of the part that receives
     * @param lane the lane, which carries the messages
     */
    Lane lane(Edge edge, int from, int to, Lane lane);

    /**
     * Returns what takes the place of the journal of a session's facts.
     *
     * @param journal the journal
     */
    Journal facts(Journal journal);

    /**
     * Returns what takes the place of the journal of a durable session. Asked for before the session opens.
     *
     * @param journal the journal
     */
    Journal journal(Journal journal);

    /**
     * A part is about to choose where the protocol sets a timeout. Lets it take its time, up to the deadline.
     *
     * @param part its number
     * @param deadline when the time is up, on the clock of the part's waiter
     * @return false if the time is up
     */
    boolean chooses(int part, long deadline);

    /**
     * Plays a part, when it is its turn; called in the part's thread.
     *
     * @param part its number
     * @param program enters the role and plays it; throws nothing
     */
    void play(int part, Runnable program);

    /**
     * The thread that calls this plays a part from now on, in place of another one whose turn it is.
     *
     * @param part its number
     */
    void takeOver(int part);

    /**
     * A part was given to a reactor, which the conductor takes the place of.
     *
     * @param part its number
     * @param events what its handler is to be told
     */
    void handle(int part, Events events);

    /** What the handler of a part is told, one after the other; for the part's thread. */
    interface Events {

        /** Lets the handler start, or gives it a message. Returns false if there is nothing to do before something has happened. */
        boolean next();

        /**
         * Returns when there is something to do though nothing has happened, on the clock of the part's waiter; {@link Long#MAX_VALUE} if there
         * will not be.
         */
        long deadline();

        /** Returns whether there is nothing left to do. */
        boolean isOver();
    }
}
