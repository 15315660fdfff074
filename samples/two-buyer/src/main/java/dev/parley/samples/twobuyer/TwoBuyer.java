package dev.parley.samples.twobuyer;

import dev.parley.annotation.Choice;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;
import java.time.LocalDate;

/** Buyer asks for a book's price and offers to share it; Friend decides. */
@Protocol
public interface TwoBuyer {

    /** Wants the book. */
    @Role
    interface Buyer {}

    /** May pay a part of it. */
    @Role
    interface Friend {}

    /** Has the book. */
    @Role
    interface Seller {}

    /** Buyer asks for a book. */
    @Message(from = Buyer.class, to = Seller.class)
    void title(String title);

    /** Seller tells both what it costs. */
    @Message(
            from = Seller.class,
            to = {Buyer.class, Friend.class})
    void quote(int euros);

    /** Buyer tells Friend how much is left to pay. */
    @Message(from = Buyer.class, to = Friend.class)
    void share(int euros);

    /** Then Friend decides. */
    Decision decide();

    /** Friend pays the share or does not. */
    @Choice(at = Friend.class)
    interface Decision {

        /** Friend pays, and says where the book shall go. */
        @Message(
                from = Friend.class,
                to = {Buyer.class, Seller.class})
        Delivery accept(String address);

        /** Friend does not pay: no book. */
        @Message(
                from = Friend.class,
                to = {Buyer.class, Seller.class})
        void reject();
    }

    /** Seller sends the book. */
    interface Delivery {

        /** Seller tells Friend when the book will be there. */
        @Message(from = Seller.class, to = Friend.class)
        void ship(LocalDate date);
    }
}
