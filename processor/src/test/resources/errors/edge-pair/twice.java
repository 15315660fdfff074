import dev.parley.annotation.Edge;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
@Edge(from = Shop.Buyer.class, to = Shop.Seller.class, capacity = 4) @Edge(from = Shop.Buyer.class, to = Shop.Seller.class, capacity = 8) interface Shop {
//                                                                                                                                        ^ error: [edge-pair] the edge Buyer -> Seller is configured twice
// | hint: keep one @Edge for each ordered pair of roles
    @Role interface Buyer {}
    @Role interface Seller {}

    @Message(from = Buyer.class, to = Seller.class) void order();
}
