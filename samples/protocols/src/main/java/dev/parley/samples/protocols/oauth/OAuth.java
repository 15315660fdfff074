package dev.parley.samples.protocols.oauth;

import dev.parley.annotation.Choice;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

/**
 * The authorization code grant of OAuth 2.0 (RFC 6749, section 4.1) with a proof key (RFC 7636) and introspection (RFC 7662): Owner lets
 * Client read what Resource holds, and Client never learns the password.
 *
 * <p>Roles that a run does not need any more are not told: Server and Resource learn from the end of the session that nobody asked them.
 */
@Protocol
public interface OAuth {

    /** The resource owner, with the browser. */
    @Role
    interface Owner {}

    /** The application that wants to read. */
    @Role
    interface Client {}

    /** The authorization server, which knows the owner's password. */
    @Role
    interface Server {}

    /** The resource server, which holds what is to be read. */
    @Role
    interface Resource {}

    /** Owner asks the application for a page. */
    @Message(from = Owner.class, to = Client.class)
    void open(String scope);

    /** Client sends the browser on to the server. */
    @Message(from = Client.class, to = Owner.class)
    void redirect(AuthorizationRequest request);

    /** The browser goes there. */
    @Message(from = Owner.class, to = Server.class)
    void authorize(AuthorizationRequest request);

    /** Server asks for the owner's consent. */
    @Message(from = Server.class, to = Owner.class)
    void login(String clientId, String scope);

    /** Then the owner decides. */
    Consent consent();

    /** Owner lets the client in, or does not. */
    @Choice(at = Owner.class)
    interface Consent {

        /** Owner agrees and logs in. */
        @Message(from = Owner.class, to = Server.class)
        Authorization grant(String user, String password);

        /** Owner does not agree. */
        @Message(from = Owner.class, to = Server.class)
        Refusal refuse();
    }

    /** Server checks the password. */
    @Choice(at = Server.class)
    interface Authorization {

        /** Server sends the browser back to the client, with a code. */
        @Message(from = Server.class, to = Owner.class)
        Callback code(String code, String state);

        /** Server sends it back without one. */
        @Message(from = Server.class, to = Owner.class)
        Failure error(String error, String state);
    }

    /** Server sends the browser back without a code. */
    interface Refusal {

        /** Server says why. */
        @Message(from = Server.class, to = Owner.class)
        Failure error(String error, String state);
    }

    /** The client hears of the failure. */
    interface Failure {

        /** The browser brings the error. */
        @Message(from = Owner.class, to = Client.class)
        Apology error(String error, String state);
    }

    /** The client hears of the success. */
    interface Callback {

        /** The browser brings the code. */
        @Message(from = Owner.class, to = Client.class)
        Check code(String code, String state);
    }

    /** Client checks that the code answers its own request. */
    @Choice(at = Client.class)
    interface Check {

        /** Client exchanges the code for a token, and proves that it was the one who asked. */
        @Message(from = Client.class, to = Server.class)
        Token exchange(String code, String verifier);

        /** The code answers another request, so Client does not use it. */
        @Message(from = Client.class, to = Owner.class)
        void sorry(String reason);
    }

    /** Server checks the code and the proof. */
    @Choice(at = Server.class)
    interface Token {

        /** Server hands the token over, which is good for so many seconds. */
        @Message(from = Server.class, to = Client.class)
        Reading token(String token, long seconds);

        /** The code was not issued for this request. */
        @Message(from = Server.class, to = Client.class)
        Apology invalidGrant();
    }

    /** Client reads. */
    interface Reading {

        /** Client shows the token. */
        @Message(from = Client.class, to = Resource.class)
        void read(String token);

        /** Resource asks the server about it. */
        @Message(from = Resource.class, to = Server.class)
        Introspection introspect(String token);
    }

    /** Server tells what the token is worth. */
    @Choice(at = Server.class)
    interface Introspection {

        /** It is good. */
        @Message(from = Server.class, to = Resource.class)
        Answer active(String user, String scope);

        /** It is not. */
        @Message(from = Server.class, to = Resource.class)
        Rejection inactive();
    }

    /** Resource answers. */
    interface Answer {

        /** Resource gives what the token is good for. */
        @Message(from = Resource.class, to = Client.class)
        Page content(String content);
    }

    /** Resource turns the client away. */
    interface Rejection {

        /** Resource does not accept the token. */
        @Message(from = Resource.class, to = Client.class)
        Apology unauthorized();
    }

    /** Owner gets the page. */
    interface Page {

        /** Client shows what it has read. */
        @Message(from = Client.class, to = Owner.class)
        void page(String text);
    }

    /** Owner gets no page. */
    interface Apology {

        /** Client says why. */
        @Message(from = Client.class, to = Owner.class)
        void sorry(String reason);
    }
}
