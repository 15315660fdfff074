package dev.parley.samples.protocols.travel;

import dev.parley.annotation.Choice;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;
import java.time.LocalDate;
import java.util.List;

/**
 * Customer asks Agency for journeys until one is cheap enough, and deals with Carrier from then on. After R. Hu, N. Yoshida, K. Honda,
 * "Session-Based Distributed Programming in Java" (ECOOP 2008), whose agency hands its session over to the carrier; here all three
 * are in one session from the start.
 */
@Protocol
public interface Travel {

    /** Wants to travel. */
    @Role
    interface Customer {}

    /** Finds journeys. */
    @Role
    interface Agency {}

    /** Sells tickets. */
    @Role
    interface Carrier {}

    /** First a journey is asked for. */
    Inquiry inquiry();

    /** Customer asks. */
    interface Inquiry {

        /** Customer says how to travel, by any of some means. */
        @Message(from = Customer.class, to = Agency.class)
        Offer ask(String from, String to, List<String> means);
    }

    /** Agency answers. */
    @Choice(at = Agency.class)
    interface Offer {

        /** Agency tells the best price and the way. */
        @Message(from = Agency.class, to = Customer.class)
        Decision offer(int euros, List<String> stops);

        /** There is no way. */
        @Message(from = Agency.class, to = Customer.class)
        Change noWay();
    }

    /** Customer decides on an offer. */
    @Choice(at = Customer.class)
    interface Decision {

        /** Customer asks for something else. */
        @Message(from = Customer.class, to = Agency.class)
        Offer ask(String from, String to, List<String> means);

        /** Customer takes the journey. */
        @Message(from = Customer.class, to = Agency.class)
        Booking accept();

        /** Customer stays at home. */
        @Message(
                from = Customer.class,
                to = {Agency.class, Carrier.class})
        void reject();
    }

    /** Customer changes the plan. */
    @Choice(at = Customer.class)
    interface Change {

        /** Customer asks for something else. */
        @Message(from = Customer.class, to = Agency.class)
        Offer ask(String from, String to, List<String> means);

        /** Customer stays at home. */
        @Message(
                from = Customer.class,
                to = {Agency.class, Carrier.class})
        void reject();
    }

    /** Carrier takes over. */
    interface Booking {

        /** Agency tells Carrier what it has sold. */
        @Message(from = Agency.class, to = Carrier.class)
        void book(List<String> stops, int euros);

        /** Carrier asks for the address. */
        @Message(from = Carrier.class, to = Customer.class)
        void whereTo(int euros);

        /** Customer says where the tickets shall go. */
        @Message(from = Customer.class, to = Carrier.class)
        void address(String address);

        /** Carrier says when they are there. */
        @Message(from = Carrier.class, to = Customer.class)
        void tickets(LocalDate arrival);
    }
}
