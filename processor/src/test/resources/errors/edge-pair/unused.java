import dev.parley.annotation.Edge;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
@Edge(from = Shop.Seller.class, to = Shop.Buyer.class, capacity = 4)
// error: [edge-pair] Seller never sends to Buyer
// | hint: remove this @Edge; each direction of a pair is an edge of its own
interface Shop {
    @Role interface Buyer {}
    @Role interface Seller {}

    @Message(from = Buyer.class, to = Seller.class) void order();
}
