package dev.parley.samples.multipartysession;

import dev.parley.annotation.Choice;
import dev.parley.annotation.End;
import dev.parley.annotation.Family;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Quorum;
import dev.parley.annotation.Role;
import java.util.Set;

/**
 * Coordinator invites all participants, activates those who accept, and has them hear, report and vote. Whatever it asks, it need not wait for
 * all: what is asked is decided when enough have answered, when enough cannot answer any more, or when time is up, and whoever has not
 * answered by then has left.
 */
@Protocol
public interface Assembly {

    /** Leads the assembly. */
    @Role
    interface Coordinator {}

    /** Takes part, or listens. */
    @Role
    @Family(min = 0)
    interface Participant {}

    /** First all are invited. */
    Invitation invitation();

    /** All are invited, and each answers for itself. */
    interface Invitation {

        /** Coordinator says what it is about. */
        @Message(from = Coordinator.class, to = Participant.class)
        void invite(String purpose);

        /** A participant accepts or declines. */
        @Quorum
        @Message(from = Participant.class, to = Coordinator.class)
        void answer(String name, boolean accepts);

        /** Then the coordinator decides. */
        Opening opening();
    }

    /** Coordinator opens the assembly, or calls it off. */
    @Choice(at = Coordinator.class)
    interface Opening {

        /** Coordinator tells all who is active; those who have declined listen. */
        @Message(from = Coordinator.class, to = Participant.class)
        Activity activate(Set<Integer> members);

        /** Too few have accepted. */
        @Message(from = Coordinator.class, to = Participant.class)
        End callOff();
    }

    /** The assembly is open. */
    @Choice(at = Coordinator.class)
    interface Activity {

        /** Coordinator tells all something. */
        @Message(from = Coordinator.class, to = Participant.class)
        Activity broadcast(String text);

        /** Coordinator asks how things are. */
        @Message(from = Coordinator.class, to = Participant.class)
        Reports status();

        /** Coordinator puts a motion to the vote. */
        @Message(from = Coordinator.class, to = Participant.class)
        Votes propose(String motion);

        /** It is over. */
        @Message(from = Coordinator.class, to = Participant.class)
        End end();
    }

    /** All report. */
    interface Reports {

        /** A participant tells how much it has heard. */
        @Quorum
        @Message(from = Participant.class, to = Coordinator.class)
        Activity report(int heard);
    }

    /** All vote. */
    interface Votes {

        /** A participant votes; who is not active abstains. */
        @Quorum
        @Message(from = Participant.class, to = Coordinator.class)
        void vote(Ballot ballot);

        /** All hear what was decided. */
        @Message(from = Coordinator.class, to = Participant.class)
        Activity decided(boolean carried);
    }
}
