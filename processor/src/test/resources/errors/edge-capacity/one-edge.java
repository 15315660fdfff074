import dev.parley.annotation.Edge;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
@Edge(from = Buyer.class, to = Seller.class, capacity = -1, maxCapacity = 8)
//           ^ error: cannot find symbol
// | symbol: class Buyer
//                             ^ error: cannot find symbol
// | symbol: class Seller
interface Shop {
    @Role interface Buyer {}
    @Role interface Seller {}

    @Message(from = Buyer.class, to = Seller.class) void order();
}
