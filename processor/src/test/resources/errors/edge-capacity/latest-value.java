import dev.parley.annotation.Edge;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
@Edge(from = Shop.Buyer.class, to = Shop.Seller.class, mode = Edge.Mode.LATEST_VALUE, capacity = 2)
//                                                                                               ^ error: [edge-capacity] the edge Buyer -> Seller keeps the latest value only and has no capacity of 2
// | hint: leave the capacity out
interface Shop {
    @Role interface Buyer {}
    @Role interface Seller {}

    @Message(from = Buyer.class, to = Seller.class) void order();
}
