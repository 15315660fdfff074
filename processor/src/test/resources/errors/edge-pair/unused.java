import dev.parley.annotation.Edge;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
@Edge(from = Seller.class, to = Buyer.class, capacity = 4)
//           ^ error: cannot find symbol
// | symbol: class Seller
//                              ^ error: cannot find symbol
// | symbol: class Buyer
interface Shop {
    @Role interface Buyer {}
    @Role interface Seller {}

    @Message(from = Buyer.class, to = Seller.class) void order();
}
