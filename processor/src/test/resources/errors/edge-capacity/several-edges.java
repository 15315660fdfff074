import dev.parley.annotation.Edge;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
@Edge(from = Shop.Buyer.class, to = Shop.Seller.class, capacity = 1 << 25) @Edge(from = Shop.Seller.class, to = Shop.Bank.class, whenFull = Edge.WhenFull.RESIZE, capacity = 16, maxCapacity = 8) @Edge(from = Shop.Bank.class, to = Shop.Seller.class, mode = Edge.Mode.LATEST_VALUE, whenFull = Edge.WhenFull.DROP) interface Shop {
//                                                                                                                                                                                                                                                                                                                    ^ error: [edge-capacity] a capacity of 33554432 is not possible for the edge Buyer -> Seller
// | hint: take 1 to 16777216, or leave it out for what the compiler finds best
//                                                                                                                                                                                                                                                                                                                    ^ error: [edge-capacity] the edge Seller -> Bank grows and needs a maxCapacity from its capacity to 16777216, not 8
// | hint: give maxCapacity
//                                                                                                                                                                                                                                                                                                                    ^ error: [edge-capacity] the edge Bank -> Seller keeps the latest value only and is never full, so whenFull has no meaning
// | hint: leave whenFull out
    @Role interface Buyer {}
    @Role interface Seller {}
    @Role interface Bank {}

    @Message(from = Buyer.class, to = Seller.class) void order();
    @Message(from = Seller.class, to = Bank.class) void check();
    @Message(from = Bank.class, to = Seller.class) void credit(int euros);
}
