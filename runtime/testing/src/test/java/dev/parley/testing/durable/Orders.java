package dev.parley.testing.durable;

import dev.parley.annotation.Choice;
import dev.parley.annotation.End;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

/** A shop has orders shipped and booked until it closes. */
@Protocol
public interface Orders {

    /** Takes orders. */
    @Role
    interface Shop {}

    /** Ships them. */
    @Role
    interface Store {}

    /** Books them. */
    @Role
    interface Ledger {}

    /** The orders. */
    Next next();

    /** One order more, or none. */
    @Choice(at = Shop.class)
    interface Next {

        /** An order. */
        @Message(
                from = Shop.class,
                to = {Store.class, Ledger.class})
        Delivery order(int number, String item);

        /** The shop closes. */
        @Message(
                from = Shop.class,
                to = {Store.class, Ledger.class})
        End closed(int orders);
    }

    /** What becomes of an order. */
    interface Delivery {

        /** It is on its way. */
        @Message(from = Store.class, to = Shop.class)
        void shipped(int number);

        /** It is in the books. */
        @Message(from = Ledger.class, to = Shop.class)
        Next booked(int number);
    }
}
