package dev.parley.samples.protocols.loadbalancer;

import dev.parley.annotation.Choice;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

/**
 * Balancer passes each request of Client on to one of two workers, who answer the client themselves: it waits for two senders at once.
 * After R. Majumdar, M. Mukund, F. Stutz, D. Zufferey, "Generalising Projection in Asynchronous Multiparty Session Types" (CONCUR 2021),
 * which shows that projections of old cannot take it.
 */
@Protocol
public interface LoadBalancer {

    /** Has requests. */
    @Role
    interface Client {}

    /** Chooses who works. */
    @Role
    interface Balancer {}

    /** Works. */
    @Role
    interface Left {}

    /** Works too. */
    @Role
    interface Right {}

    /** First the requests. */
    Requests requests();

    /** Client has one more, or none. */
    @Choice(at = Client.class)
    interface Requests {

        /** Client asks how many primes there are from one number, inclusive, to another, exclusive. */
        @Message(from = Client.class, to = Balancer.class)
        Assignment primes(int from, int to);

        /** Client has no more. */
        @Message(from = Client.class, to = Balancer.class)
        Farewell bye();
    }

    /** Balancer chooses. */
    @Choice(at = Balancer.class)
    interface Assignment {

        /** Left has to work. */
        @Message(from = Balancer.class, to = Left.class)
        LeftAnswer toLeft(int from, int to);

        /** Right has to work. */
        @Message(from = Balancer.class, to = Right.class)
        RightAnswer toRight(int from, int to);
    }

    /** Left answers. */
    interface LeftAnswer {

        /** So many there are. */
        @Message(from = Left.class, to = Client.class)
        Requests count(int primes);
    }

    /** Right answers. */
    interface RightAnswer {

        /** So many there are. */
        @Message(from = Right.class, to = Client.class)
        Requests count(int primes);
    }

    /** Balancer sends the workers home. */
    interface Farewell {

        /** There is nothing more to do. */
        @Message(
                from = Balancer.class,
                to = {Left.class, Right.class})
        void bye();
    }
}
