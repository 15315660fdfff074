package dev.parley.samples.sessionpatterns.creation;

import dev.parley.annotation.Choice;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

/**
 * Coordinator has a room reserved, asks both members whether they can come, and only then has the meeting take place: all four do it, or none
 * (two-phase commit: J. Gray, "Notes on Data Base Operating Systems", 1978).
 */
@Protocol
public interface Creation {

    /** Wants a meeting. */
    @Role
    interface Coordinator {}

    /** Has the rooms. */
    @Role
    interface Registry {}

    /** Shall come. */
    @Role
    interface First {}

    /** Shall come too. */
    @Role
    interface Second {}

    /** Coordinator asks for a room at some hour. */
    @Message(from = Coordinator.class, to = Registry.class)
    void reserve(int hour);

    /** Then the registry decides. */
    Reservation reservation();

    /** There is a room or there is none. */
    @Choice(at = Registry.class)
    interface Reservation {

        /** Registry keeps a room. */
        @Message(from = Registry.class, to = Coordinator.class)
        Preparation reserved(String room);

        /** All rooms are taken. */
        @Message(from = Registry.class, to = Coordinator.class)
        Refusal full();
    }

    /** Nothing comes of it. */
    interface Refusal {

        /** Coordinator lets the members go. */
        @Message(
                from = Coordinator.class,
                to = {First.class, Second.class})
        void dismiss();
    }

    /** The members are asked, both at the same time. */
    interface Preparation {

        /** Coordinator asks whether they can. */
        @Message(
                from = Coordinator.class,
                to = {First.class, Second.class})
        void prepare(int hour, String room);

        /** The first answers, and is bound by a yes until it hears more. */
        @Message(from = First.class, to = Coordinator.class)
        void firstVotes(boolean yes);

        /** So does the second. */
        @Message(from = Second.class, to = Coordinator.class)
        void secondVotes(boolean yes);

        /** Then the coordinator decides. */
        Decision decision();
    }

    /** Coordinator decides, and all do as it says. */
    @Choice(at = Coordinator.class)
    interface Decision {

        /** The meeting takes place. */
        @Message(
                from = Coordinator.class,
                to = {Registry.class, First.class, Second.class})
        void begin();

        /** It does not. */
        @Message(
                from = Coordinator.class,
                to = {Registry.class, First.class, Second.class})
        void abandon();
    }
}
