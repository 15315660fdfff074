package demo;

import dev.parley.annotation.Choice;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;
import dev.parley.annotation.Timeout;

@Protocol
public interface Bargain {
    @Role interface Buyer {}
    @Role interface Seller {}

    Decision decide();

    @Choice(at = Buyer.class)
    interface Decision {
        @Message(from = Buyer.class, to = Seller.class) void buy();
        @Timeout("1m") @Message(from = Buyer.class, to = Seller.class) void leave();
    }
}
