package shop;

import dev.parley.annotation.End;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

/** A buyer asks for the price of a title. */
@Protocol
public interface Sale {
    @Role
    interface Buyer {}

    @Role
    interface Seller {}

    @Message(from = Buyer.class, to = Seller.class)
    void ask(String title);

    @Message(from = Seller.class, to = Buyer.class)
    End price(int euros);
}
