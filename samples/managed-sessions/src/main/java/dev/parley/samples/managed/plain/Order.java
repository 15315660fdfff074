package dev.parley.samples.managed.plain;

import dev.parley.annotation.Choice;
import dev.parley.annotation.End;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

/** A customer orders something, and pays for it when the shop has it. */
@Protocol
public interface Order {
    @Role
    interface Customer {}

    @Role
    interface Shop {}

    @Message(from = Customer.class, to = Shop.class)
    Stock order(String what);

    @Choice(at = Shop.class)
    interface Stock {
        @Message(from = Shop.class, to = Customer.class)
        Payment price(int euros);

        @Message(from = Shop.class, to = Customer.class)
        End soldOut();
    }

    interface Payment {
        @Message(from = Customer.class, to = Shop.class)
        void pay(int euros);

        @Message(from = Shop.class, to = Customer.class)
        void parcel(String what);
    }
}
