package dev.parley.testing.durable;

import dev.parley.annotation.Choice;
import dev.parley.annotation.End;
import dev.parley.annotation.Message;
import dev.parley.annotation.Parallel;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

/** A site has its work checked and pays for that, at the same time, round after round until it closes. */
@Protocol
public interface Checks {

    /** Has its work checked. */
    @Role
    interface Site {}

    /** Checks it. */
    @Role
    interface Office {}

    /** The rounds. */
    Next next();

    /** One round more, or none. */
    @Choice(at = Site.class)
    interface Next {

        /** A round begins. */
        @Message(from = Site.class, to = Office.class)
        Round open();

        /** The site closes. */
        @Message(from = Site.class, to = Office.class)
        End closed();
    }

    /** A round. */
    interface Round {

        /** What is done in it. */
        Both both();

        /** And again. */
        Next again();
    }

    /** Both are between the same two. */
    @Parallel
    interface Both {

        /** The work is shown. */
        @Message(from = Site.class, to = Office.class)
        Verdict photo(String what);

        /** The check is billed. */
        @Message(from = Office.class, to = Site.class)
        Payment bill(int euros);
    }

    /** What the office thinks of it. */
    interface Verdict {

        /** It is good. */
        @Message(from = Office.class, to = Site.class)
        void good(String what);
    }

    /** What becomes of the bill. */
    interface Payment {

        /** It is paid. */
        @Message(from = Site.class, to = Office.class)
        void paid(int euros);
    }
}
