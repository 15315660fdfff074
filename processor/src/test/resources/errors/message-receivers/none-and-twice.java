import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Shop {
    @Role interface Buyer {}
    @Role interface Seller {}
    @Role interface Bank {}

    @Message(from = Buyer.class, to = {}) void order();
//                                             ^ error: [message-receivers] order has no receiver
// | hint: name at least one role in to
    @Message(from = Buyer.class, to = {Seller.class, Bank.class, Seller.class}) void pay();
//                                                                     ^ error: [message-receivers] Seller is named twice as a receiver of pay
// | hint: name each receiver once; to send the message again, declare another step
}
