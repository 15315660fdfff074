package dev.parley.samples.calculator;

import dev.parley.annotation.Choice;
import dev.parley.annotation.End;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

/** Client asks Server for sums, as many as it likes. */
@Protocol
public interface Calculator {

    /** Has numbers to add. */
    @Role
    interface Client {}

    /** Can add. */
    @Role
    interface Server {}

    /** The session starts with the client's wish. */
    Ask start();

    /** Client asks for one more sum, or says good-bye. */
    @Choice(at = Client.class)
    interface Ask {

        /** Client has two numbers to add. */
        @Message(from = Client.class, to = Server.class)
        Reply add(int x, int y);

        /** Client has no more to add. */
        @Message(from = Client.class, to = Server.class)
        End bye();
    }

    /** Server answers. */
    interface Reply {

        /** Server tells the sum, and the client may ask again. */
        @Message(from = Server.class, to = Client.class)
        Ask sum(long value);
    }
}
