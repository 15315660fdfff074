import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Shop {
    @Role interface Bank {}
//        ^ error: [role-unused] the role Bank neither sends nor receives a message
// | hint: remove it, or name it in the from or to of a message
    @Role interface Buyer {}
    @Role interface Seller {}

    @Message(from = Buyer.class, to = Seller.class) void order();
}
