package demo;

import dev.parley.annotation.*;

@Protocol
public interface Trade {
    @Role interface Buyer {}
    @Role interface Shop {}

    @Phase("order") @Message(from = Buyer.class, to = Shop.class) void order(String what);
    @Phase("payment")
    @Include(
            value = Payment.class,
            roles = {@Bind(role = Payment.Payer.class, to = Buyer.class), @Bind(role = Payment.Payee.class, to = Shop.class)})
    void payment();
    @Phase("delivery") @Message(from = Shop.class, to = Buyer.class) void deliver(String what);
}
