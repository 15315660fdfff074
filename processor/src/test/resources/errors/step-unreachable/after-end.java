import dev.parley.annotation.End;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Shop {
    @Role interface Buyer {}
    @Role interface Seller {}

    @Message(from = Buyer.class, to = Seller.class) End order();
    @Message(from = Seller.class, to = Buyer.class) void price(int euros);
//                                                       ^ error: [step-unreachable] price can never happen: nothing comes back from order, the step before it
// | hint: remove it, or let a way through order return void
    @Message(from = Buyer.class, to = Seller.class) void pay();
}
