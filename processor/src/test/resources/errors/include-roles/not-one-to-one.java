import dev.parley.annotation.*;

@Protocol
interface Shop {
    @Role interface Buyer {}
    @Role interface Seller {}
    @Role interface Bank {}

    @Message(from = Buyer.class, to = {Seller.class, Bank.class}) void order();
    @Include(
            value = Payment.class,
            roles = {
                @Bind(role = Payment.Payer.class, to = Buyer.class),
                @Bind(role = Payment.Payee.class, to = Buyer.class)
//              ^ error: [include-roles] Buyer plays Payer of Payment already, and would send messages to itself
// | hint: bind each role of Payment once, and each to a role of its own
            })
    void toOneself();
    @Include(
            value = Payment.class,
            roles = {
                @Bind(role = Payment.Payer.class, to = Buyer.class),
                @Bind(role = Payment.Payer.class, to = Seller.class),
//              ^ error: [include-roles] Payer of Payment is played by Buyer already
// | hint: bind each role of Payment once, and each to a role of its own
                @Bind(role = Payment.Payee.class, to = Bank.class)
            })
    void twice();
    @Include(
            value = Payment.class,
            roles = {
                @Bind(role = Payment.Payer.class, to = Payment.Payer.class),
//                                                                  ^ error: [role-undeclared] Payment.Payer is no role of Shop
// | hint: the roles are Bank, Buyer, Seller
                @Bind(role = Seller.class, to = Bank.class)
//                                 ^ error: [include-roles] Shop.Seller is no role of Payment
// | hint: the roles are Payee, Payer
            })
    void strangers();
}

@Protocol
interface Payment {
    @Role interface Payer {}
    @Role interface Payee {}

    @Message(from = Payer.class, to = Payee.class) void pay(long cents);
    @Message(from = Payee.class, to = Payer.class) void receipt();
}
