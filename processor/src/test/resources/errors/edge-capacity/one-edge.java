import dev.parley.annotation.Edge;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
@Edge(from = Shop.Buyer.class, to = Shop.Seller.class, capacity = -1, maxCapacity = 8)
//                                                                ^ error: [edge-capacity] a capacity of -1 is not possible for the edge Buyer -> Seller
// | hint: take 1 to 16777216, or leave it out for what the compiler finds best
//                                                                                  ^ error: [edge-capacity] the edge Buyer -> Seller does not grow and has no maxCapacity
// | hint: leave it out, or say whenFull = RESIZE
interface Shop {
    @Role interface Buyer {}
    @Role interface Seller {}

    @Message(from = Buyer.class, to = Seller.class) void order();
}
