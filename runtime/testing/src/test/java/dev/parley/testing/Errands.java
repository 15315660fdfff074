package dev.parley.testing;

import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;
import java.net.URI;

/** One sends the other about, for ever. */
@Protocol
@SuppressWarnings("session-endless")
public interface Errands {

    /** Sends. */
    @Role
    interface Sender {}

    /** Runs. */
    @Role
    interface Runner {}

    /** The errands. */
    Round round();

    /** One errand, and the next. */
    interface Round {

        /** There. */
        @Message(from = Sender.class, to = Runner.class)
        void run(URI place);

        /** And back. */
        @Message(from = Runner.class, to = Sender.class)
        Round back();
    }
}
