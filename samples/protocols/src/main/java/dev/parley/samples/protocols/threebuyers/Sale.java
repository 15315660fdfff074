package dev.parley.samples.protocols.threebuyers;

import dev.parley.annotation.Choice;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;
import java.time.LocalDate;

/**
 * Alice and Bob share the price of a book. It is the first half of the three-buyer protocol of M. Coppo, M. Dezani-Ciancaglini, N. Yoshida, L.
 * Padovani, "Global Progress for Dynamically Interleaved Multiparty Sessions" (CONCUR 2008); {@link Favour} is the other.
 */
@Protocol
public interface Sale {

    /** Wants the book. */
    @Role
    interface Alice {}

    /** Pays the rest, or has somebody decide for him. */
    @Role
    interface Bob {}

    /** Has the book. */
    @Role
    interface Seller {}

    /** Alice asks for a book. */
    @Message(from = Alice.class, to = Seller.class)
    void title(String title);

    /** Seller tells both what it costs. */
    @Message(
            from = Seller.class,
            to = {Alice.class, Bob.class})
    void quote(int euros);

    /** Alice tells Bob how much is left to pay. */
    @Message(from = Alice.class, to = Bob.class)
    void share(int euros);

    /** Then Bob decides, whoever plays him. */
    Decision decision();

    /** Bob pays the rest, or does not. */
    @Choice(at = Bob.class)
    interface Decision {

        /** He does, and says where the book shall go. */
        @Message(
                from = Bob.class,
                to = {Alice.class, Seller.class})
        Delivery accept(String address);

        /** He does not. */
        @Message(
                from = Bob.class,
                to = {Alice.class, Seller.class})
        void reject();
    }

    /** Seller sends the book. */
    interface Delivery {

        /** Seller says when it will be there. */
        @Message(from = Seller.class, to = Bob.class)
        void date(LocalDate date);
    }
}
