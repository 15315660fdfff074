import dev.parley.annotation.*;

@Protocol
interface Shop {
    @Role interface Buyer {}
    @Role interface Seller {}

    @Message(from = Buyer.class, to = Seller.class) void order();
    @Include(value = Payment.class, roles = @Bind(role = Payment.Payer.class, to = Buyer.class))
//                          ^ error: [include-roles] nobody plays Payee of Payment in pay
// | hint: add to roles: @Bind(role = Payment.Payee.class, to = ….class)
    void pay();
}

@Protocol
interface Payment {
    @Role interface Payer {}
    @Role interface Payee {}

    @Message(from = Payer.class, to = Payee.class) void pay(long cents);
    @Message(from = Payee.class, to = Payer.class) void receipt();
}
