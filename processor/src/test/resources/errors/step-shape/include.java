import dev.parley.annotation.*;

@Protocol
interface Shop {
    @Role interface Buyer {}
    @Role interface Seller {}

    @Message(from = Buyer.class, to = Seller.class) void order();
    @Include(
            value = Payment.class,
            roles = {@Bind(role = Payment.Payer.class, to = Buyer.class), @Bind(role = Payment.Payee.class, to = Seller.class)})
    void pay(int cents);
//       ^ error: [step-shape] pay has parameters, though it is no message that could carry them
// | hint: say who sends it to whom with @Message(from = …, to = …), or remove the parameters
    @Message(from = Seller.class, to = Buyer.class)
    @Include(
            value = Payment.class,
            roles = {@Bind(role = Payment.Payer.class, to = Buyer.class), @Bind(role = Payment.Payee.class, to = Seller.class)})
    void both();
//       ^ error: [step-shape] both is both a message and an inclusion of another protocol
// | hint: make two steps of it
}

@Protocol
interface Payment {
    @Role interface Payer {}
    @Role interface Payee {}

    @Message(from = Payer.class, to = Payee.class) void pay(long cents);
    @Message(from = Payee.class, to = Payer.class) void receipt();
}
