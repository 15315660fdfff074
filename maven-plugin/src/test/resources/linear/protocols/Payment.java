package demo;

import dev.parley.annotation.*;

@Protocol
public interface Payment {
    @Role interface Payer {}
    @Role interface Payee {}

    @Message(from = Payer.class, to = Payee.class) void pay(int euros);
    @Message(from = Payee.class, to = Payer.class) End receipt(int number);
}
