package dev.parley.testing;

import dev.parley.annotation.Choice;
import dev.parley.annotation.End;
import dev.parley.annotation.Message;
import dev.parley.annotation.Phase;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

/** A book is written, in as many drafts as it takes, and printed while it is announced. */
@Protocol
public interface Books {

    /** Writes. */
    @Role
    interface Author {}

    /** Reads. */
    @Role
    interface Editor {}

    /** Prints. */
    @Role
    interface Printer {}

    /** The drafts. */
    @Phase("writing")
    Drafting drafting();

    /** A draft, and what becomes of it. */
    interface Drafting {

        /** A draft. */
        @Message(from = Author.class, to = Editor.class)
        Judging draft(int pages);
    }

    /** The draft is read. */
    @Choice(at = Editor.class)
    interface Judging {

        /** It is not good enough. */
        @Phase("writing")
        @Message(from = Editor.class, to = Author.class)
        Drafting again();

        /** It is. */
        @Phase("printing")
        @Message(
                from = Editor.class,
                to = {Author.class, Printer.class})
        End print(int copies);
    }
}
