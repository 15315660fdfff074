package dev.parley.samples.sessionpatterns.invitation;

import dev.parley.annotation.Choice;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;
import java.time.LocalDateTime;

/** Host invites Guest, who accepts, declines or would rather come another time; then it is the host's turn to decide. */
@Protocol
public interface Invitation {

    /** Invites. */
    @Role
    interface Host {}

    /** Is invited. */
    @Role
    interface Guest {}

    /** Host proposes a time. */
    @Message(from = Host.class, to = Guest.class)
    void invite(String what, LocalDateTime when);

    /** Then the guest answers. */
    Response response();

    /** Guest answers. */
    @Choice(at = Guest.class)
    interface Response {

        /** Guest will come. */
        @Message(from = Guest.class, to = Host.class)
        Confirmation accept();

        /** Guest will not. */
        @Message(from = Guest.class, to = Host.class)
        void decline(String reason);

        /** Guest could come at another time. */
        @Message(from = Guest.class, to = Host.class)
        Reply suggest(LocalDateTime when);
    }

    /** Host answers a suggestion. */
    @Choice(at = Host.class)
    interface Reply {

        /** That suits the host. */
        @Message(from = Host.class, to = Guest.class)
        void agree();

        /** It does not, but this does. */
        @Message(from = Host.class, to = Guest.class)
        Response propose(LocalDateTime when);

        /** The host gives up. */
        @Message(from = Host.class, to = Guest.class)
        void withdraw();
    }

    /** Both know. */
    interface Confirmation {

        /** Host knows that the guest comes. */
        @Message(from = Host.class, to = Guest.class)
        void confirm();
    }
}
