package dev.parley.samples.smtp;

import dev.parley.annotation.Choice;
import dev.parley.annotation.End;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

/**
 * How a client hands mails to a server: the core of RFC 5321, without authentication and encryption.
 *
 * <p>Every refusal is a message of its own, so a client that does not handle one does not compile. The exception is reply 421, which a
 * server may give at any time because it goes away: that is the end of the connection, not a step.
 */
@Protocol
public interface Smtp {

    /** Has mails to send. */
    @Role
    interface Client {}

    /** Takes mails. */
    @Role
    interface Server {}

    /** Once connected, the server speaks first. */
    Greeting connected();

    /** Server serves the client or does not (section 3.1). */
    @Choice(at = Server.class)
    interface Greeting {

        /** Server is ready. */
        @Message(from = Server.class, to = Client.class)
        Hello ready(Reply reply);

        /** Server does not serve this client. */
        @Message(from = Server.class, to = Client.class)
        Leaving refused(Reply reply);
    }

    /** Client introduces itself (section 3.2). */
    interface Hello {

        /** Client says who it is, and that it knows of extensions. */
        @Message(from = Client.class, to = Server.class)
        HelloReply ehlo(String domain);
    }

    /** Server knows extensions or does not. */
    @Choice(at = Server.class)
    interface HelloReply {

        /** Server names its extensions, one on each line but the first. */
        @Message(from = Server.class, to = Client.class)
        Mailing welcome(Reply reply);

        /** Server knows no extensions. */
        @Message(from = Server.class, to = Client.class)
        OldHello refused(Reply reply);
    }

    /** Client introduces itself to a server from before 1995. */
    interface OldHello {

        /** Client says who it is. */
        @Message(from = Client.class, to = Server.class)
        OldHelloReply helo(String domain);
    }

    /** Server lets the client in or does not. */
    @Choice(at = Server.class)
    interface OldHelloReply {

        /** Server is ready for mails. */
        @Message(from = Server.class, to = Client.class)
        Mailing welcome(Reply reply);

        /** Server wants nothing from this client. */
        @Message(from = Server.class, to = Client.class)
        Leaving refused(Reply reply);
    }

    /** Client begins a mail or leaves (section 3.3). */
    @Choice(at = Client.class)
    interface Mailing {

        /** Client says who sends the mail: an address, or nothing where no answer is wanted. */
        @Message(from = Client.class, to = Server.class)
        MailReply mail(String sender);

        /** Client has no more mails. */
        @Message(from = Client.class, to = Server.class)
        Goodbye quit();
    }

    /** Server takes mails from the sender or does not. */
    @Choice(at = Server.class)
    interface MailReply {

        /** Server waits for recipients. */
        @Message(from = Server.class, to = Client.class)
        Recipients senderTaken(Reply reply);

        /** Server takes no mail from this sender. */
        @Message(from = Server.class, to = Client.class)
        Mailing refused(Reply reply);
    }

    /** Client names recipients, one by one. */
    @Choice(at = Client.class)
    interface Recipients {

        /** Client names one more. */
        @Message(from = Client.class, to = Server.class)
        RecipientReply recipient(String address);

        /** Client has named all, and wants to send the content. */
        @Message(from = Client.class, to = Server.class)
        DataReply data();

        /** Client gives this mail up. */
        @Message(from = Client.class, to = Server.class)
        ResetReply reset();
    }

    /** Server delivers to the recipient or does not; the others are not touched by that. */
    @Choice(at = Server.class)
    interface RecipientReply {

        /** Server will deliver to this recipient, or forward to it. */
        @Message(from = Server.class, to = Client.class)
        Recipients recipientTaken(Reply reply);

        /** Server does not deliver to this recipient. */
        @Message(from = Server.class, to = Client.class)
        Recipients refused(Reply reply);
    }

    /** Server wants the content or does not. */
    @Choice(at = Server.class)
    interface DataReply {

        /** Server waits for the content. */
        @Message(from = Server.class, to = Client.class)
        Content goAhead(Reply reply);

        /** Server does not take this mail, for instance because it has refused all recipients. */
        @Message(from = Server.class, to = Client.class)
        Recipients refused(Reply reply);
    }

    /** Client sends the mail itself. */
    interface Content {

        /** Client sends headers, an empty line and the body. */
        @Message(from = Client.class, to = Server.class)
        ContentReply content(String lines);
    }

    /** Server is responsible for the mail from here on, or was never. */
    @Choice(at = Server.class)
    interface ContentReply {

        /** Server will deliver the mail. */
        @Message(from = Server.class, to = Client.class)
        Mailing mailTaken(Reply reply);

        /** Server does not deliver the mail to anyone. */
        @Message(from = Server.class, to = Client.class)
        Mailing refused(Reply reply);
    }

    /** Server forgets sender and recipients. */
    interface ResetReply {

        /** Server is ready for another mail. */
        @Message(from = Server.class, to = Client.class)
        Mailing forgotten(Reply reply);
    }

    /** Client was not let in. */
    interface Leaving {

        /** Client leaves; it may do nothing else. */
        @Message(from = Client.class, to = Server.class)
        Goodbye quit();
    }

    /** Server takes leave, too. */
    interface Goodbye {

        /** Server closes the connection. */
        @Message(from = Server.class, to = Client.class)
        End bye(Reply reply);
    }
}
