package dev.parley.benchmarks.reactor;

import dev.parley.annotation.Choice;
import dev.parley.annotation.End;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

/** Sums on request. */
@Protocol
public interface Calculator {

    /** Asks. */
    @Role
    interface Client {}

    /** Adds. */
    @Role
    interface Server {}

    /** The questions. */
    Ask start();

    /** One question more, or none. */
    @Choice(at = Client.class)
    interface Ask {

        /** A question. */
        @Message(from = Client.class, to = Server.class)
        Reply add(int x, int y);

        /** The end. */
        @Message(from = Client.class, to = Server.class)
        End bye();
    }

    /** The answer. */
    interface Reply {

        /** The sum. */
        @Message(from = Server.class, to = Client.class)
        Ask sum(long value);
    }
}
