package shop;

import dev.parley.annotation.End;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

/** A protocol with an error: one of its roles takes no part. */
@Protocol
public interface Unanswered {
    @Role
    interface Buyer {}

    @Role
    interface Seller {}

    @Role
    interface Nobody {}

    @Message(from = Buyer.class, to = Seller.class)
    End ask(String title);
}
