import dev.parley.annotation.*;

@Protocol
interface Shop {
    @Role interface Buyer {}
    @Role interface Seller {}

    @Message(from = Buyer.class, to = Seller.class) void order();
    @Include(
            value = Payment.class,
//                         ^ error: [include-protocol] Payment cannot be used here, as it has errors of its own
// | settle is neither a message nor a step on to a block
// | the place: Payment.settle
            roles = {@Bind(role = Payment.Payer.class, to = Buyer.class), @Bind(role = Payment.Payee.class, to = Seller.class)})
    void pay();
}

@Protocol
interface Payment {
    @Role interface Payer {}
    @Role interface Payee {}

    @Message(from = Payer.class, to = Payee.class) void pay(long cents);
    void settle();
//       ^ error: [step-shape] settle is neither a message nor a step on to a block
// | hint: say who sends it to whom with @Message(from = …, to = …), or return a block
}
