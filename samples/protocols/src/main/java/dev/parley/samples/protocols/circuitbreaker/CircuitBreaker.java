package dev.parley.samples.protocols.circuitbreaker;

import dev.parley.annotation.Choice;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;
import dev.parley.annotation.Timeout;

/**
 * Client calls Service through Breaker, which passes no call on for a while after too many have failed (M. Nygard, "Release It!", 2007, the
 * stability pattern of that name). A call that takes too long has failed, too: the service's time to answer is a part of the protocol, so
 * that Breaker needs no clock to notice a service that hangs.
 */
@Protocol
public interface CircuitBreaker {

    /** Calls. */
    @Role
    interface Client {}

    /** Keeps calls from a service that fails. */
    @Role
    interface Breaker {}

    /** May fail. */
    @Role
    interface Service {}

    /** First the calls. */
    Calls calls();

    /** Client calls, or has no more to ask. */
    @Choice(at = Client.class)
    interface Calls {

        /** Client calls. */
        @Message(from = Client.class, to = Breaker.class)
        Gate call(String request);

        /** Client has no more to ask. */
        @Message(from = Client.class, to = Breaker.class)
        Farewell bye();
    }

    /** Breaker passes a call on or turns it away. */
    @Choice(at = Breaker.class)
    interface Gate {

        /** The circuit is closed, or it is time to try again. */
        @Message(from = Breaker.class, to = Service.class)
        Attempt call(String request);

        /** The circuit is open. */
        @Message(from = Breaker.class, to = Client.class)
        Calls open();
    }

    /** Service works, or fails, or hangs. */
    @Choice(at = Service.class)
    interface Attempt {

        /** It works. */
        @Message(from = Service.class, to = Breaker.class)
        Success done(String response);

        /** It fails. */
        @Message(from = Service.class, to = Breaker.class)
        Failure failed(String reason);

        /** It hangs. */
        @Timeout("500ms")
        @Message(from = Service.class, to = Breaker.class)
        Failure hung();
    }

    /** Client hears of a success. */
    interface Success {

        /** Breaker passes the response on. */
        @Message(from = Breaker.class, to = Client.class)
        Calls done(String response);
    }

    /** Client hears of a failure. */
    interface Failure {

        /** Breaker passes the reason on. */
        @Message(from = Breaker.class, to = Client.class)
        Calls failed(String reason);
    }

    /** Service is not needed any more. */
    interface Farewell {

        /** Breaker says so. */
        @Message(from = Breaker.class, to = Service.class)
        void bye();
    }
}
