package shop;

import dev.parley.annotation.Choice;
import dev.parley.annotation.End;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

/** A buyer asks for prices until one is low enough. */
@Protocol
public interface Sale {
    @Role
    interface Buyer {}

    @Role
    interface Seller {}

    Ask start();

    @Choice(at = Buyer.class)
    interface Ask {
        @Message(from = Buyer.class, to = Seller.class)
        Answer ask(String title);

        @Message(from = Buyer.class, to = Seller.class)
        End buy();
    }

    interface Answer {
        @Message(from = Seller.class, to = Buyer.class)
        Ask price(String euros);
    }
}
