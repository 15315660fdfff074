import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Shop {
    @Role interface Buyer {}
    @Role interface Seller {}

    @Message(from = Buyer.class, to = {Seller.class, Buyer.class}) void order();
//                                                        ^ error: [message-self] Buyer sends order to itself
// | hint: a role knows what it does: leave the message out, or name another receiver
    @Message(from = Seller.class, to = Seller.class) void pack();
//                                           ^ error: [message-self] Seller sends pack to itself
// | hint: a role knows what it does: leave the message out, or name another receiver
}
