package dev.parley.samples.multipartysession;

import dev.parley.annotation.Admits;
import dev.parley.annotation.Choice;
import dev.parley.annotation.End;
import dev.parley.annotation.Family;
import dev.parley.annotation.ForEach;
import dev.parley.annotation.Message;
import dev.parley.annotation.Phase;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Quorum;
import dev.parley.annotation.Role;
import dev.parley.annotation.Timeout;
import java.util.Set;

/**
 * Coordinator invites all participants. Each accepts or declines for itself; those who accept hear what is said, report when they are asked
 * to, and vote. A participant may leave at every report, and others may join as long as the assembly is open. Nobody who says nothing holds up
 * the others: whoever does not answer in time has left.
 */
@Protocol
public interface Assembly {

    /** Leads the assembly. */
    @Role
    interface Coordinator {}

    /** Is invited, and takes part or does not. */
    @Role
    @Family(min = 0)
    interface Participant {}

    /** First all are invited. */
    Invitation invitation();

    /** Then the coordinator decides. */
    Opening opening();

    /** All are invited. */
    @Phase("invitation")
    interface Invitation {

        /** Coordinator says what it is about. */
        @Message(from = Coordinator.class, to = Participant.class)
        void invite(String purpose);

        /** Then each answers. */
        Response responses();
    }

    /** A participant answers for itself. */
    @ForEach(Participant.class)
    @Choice(at = Participant.class)
    interface Response {

        /** It comes. */
        @Message(from = Participant.class, to = Coordinator.class)
        void accept(String name);

        /** It does not come, and hears no more of this assembly. */
        @Message(from = Participant.class, to = Coordinator.class)
        End decline(String reason);

        /** It has said neither for too long. */
        @Timeout("30s")
        @Message(from = Participant.class, to = Coordinator.class)
        End keepSilent();
    }

    /** Coordinator opens the assembly, or calls it off. */
    @Choice(at = Coordinator.class)
    interface Opening {

        /** Coordinator tells those who have accepted who they are. */
        @Message(from = Coordinator.class, to = Participant.class)
        Activity activate(Set<String> names);

        /** Too few have accepted. */
        @Message(from = Coordinator.class, to = Participant.class)
        End callOff();
    }

    /** The assembly is open, also for those who come later. */
    @Phase("activity")
    @Admits(Participant.class)
    @Choice(at = Coordinator.class)
    interface Activity {

        /** Coordinator tells all something. */
        @Message(from = Coordinator.class, to = Participant.class)
        Activity broadcast(String text);

        /** Coordinator asks how things are. */
        @Message(from = Coordinator.class, to = Participant.class)
        StatusCheck status();

        /** Coordinator puts a motion to the vote. */
        @Message(from = Coordinator.class, to = Participant.class)
        Votes propose(String motion);

        /** It is over. */
        @Message(from = Coordinator.class, to = Participant.class)
        End end();
    }

    /** Those who are there report. */
    interface StatusCheck {

        /** Each for itself. */
        Report reports();

        /** Then it goes on. */
        Activity activity();
    }

    /** A participant reports, or leaves. */
    @ForEach(Participant.class)
    @Choice(at = Participant.class)
    interface Report {

        /** It is there, and tells who it is and how much it has heard. */
        @Message(from = Participant.class, to = Coordinator.class)
        void report(String name, int heard);

        /** It leaves. */
        @Message(from = Participant.class, to = Coordinator.class)
        End leave(String reason);

        /** It has said nothing for too long. */
        @Timeout("10s")
        @Message(from = Participant.class, to = Coordinator.class)
        End keepSilent();
    }

    /** All vote. */
    interface Votes {

        /** A participant votes. The coordinator goes on as soon as the votes that are there decide. */
        @Quorum
        @Message(from = Participant.class, to = Coordinator.class)
        void vote(Ballot ballot);

        /** All hear what was decided. */
        @Message(from = Coordinator.class, to = Participant.class)
        Activity decided(boolean carried);
    }
}
