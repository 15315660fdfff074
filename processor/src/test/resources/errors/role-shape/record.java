import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Shop {
    @Role record Buyer(String name) {}
//        ^ error: [role-shape] Buyer is a record, and a role is an empty interface
// | hint: write @Role interface Buyer {}
    @Role interface Seller {}

    @Message(from = Buyer.class, to = Seller.class) void order();
}
