import dev.parley.annotation.*;

@Protocol
interface Shop {
    @Role interface Buyer {}
    @Role interface Seller {}
    @Role interface Bank {}

    @Message(from = Buyer.class, to = Seller.class) void order();
    @Include(
            value = Payment.class,
            roles = {
                @Bind(role = Payment.Payer.class, to = Buyer.class),
                @Bind(role = Payment.Payee.class, to = Seller.class),
                @Bind(role = Payment.Teller.class, to = Bank.class)
            })
    void pay();
    @Message(from = Bank.class, to = Buyer.class) void statement();
//                                                     ^ error: [choice-unaware] Bank cannot know whether to send statement() to Buyer here
// | after this, Bank sends statement() to Buyer:
// | 1. Buyer -> Seller : order()
// | 2. Bank -> Buyer : open()
// | 3. Buyer -> Seller : cash(int)
// | after this, which looks the same to Bank, it must not, but has other messages to send:
// | 1. Buyer -> Seller : order()
// | 2. Bank -> Buyer : open()
// | 3. Buyer -> Seller : transfer(int)
// | hint: the runs part where Buyer chooses, and Bank is not told: let Bank receive a different label in each alternative before this step
}

@Protocol
interface Payment {
    @Role interface Payer {}
    @Role interface Payee {}
    @Role interface Teller {}

    @Message(from = Teller.class, to = Payer.class) void open();
    How how();

    @Choice(at = Payer.class)
    interface How {
        @Message(from = Payer.class, to = Payee.class) void cash(int cents);
        @Message(from = Payer.class, to = Payee.class) Transfer transfer(int cents);
    }
    interface Transfer {
        @Message(from = Teller.class, to = Payee.class) void confirm(int cents);
//                                                           ^ error: [choice-unaware] Teller cannot know whether to send confirm(int) to Payee here
// | after this, Teller sends confirm(int) to Payee:
// | 1. Teller -> Payer : open()
// | 2. Payer -> Payee : transfer(int)
// | after this, which looks the same to Teller, it must not, but is done:
// | 1. Teller -> Payer : open()
// | 2. Payer -> Payee : cash(int)
// | hint: the runs part where Payer chooses, and Teller is not told: let Teller receive a different label in each alternative before this step
    }
}
