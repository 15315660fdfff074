import dev.parley.annotation.Edge;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
@Edge(from = Buyer.class, to = Seller.class, capacity = 1 << 25)
//           ^ error: cannot find symbol
// | symbol: class Buyer
//                             ^ error: cannot find symbol
// | symbol: class Seller
@Edge(from = Seller.class, to = Bank.class, whenFull = Edge.WhenFull.RESIZE, capacity = 16, maxCapacity = 8)
//           ^ error: cannot find symbol
// | symbol: class Seller
//                              ^ error: cannot find symbol
// | symbol: class Bank
@Edge(from = Bank.class, to = Seller.class, mode = Edge.Mode.LATEST_VALUE, capacity = 2, whenFull = Edge.WhenFull.DROP)
//           ^ error: cannot find symbol
// | symbol: class Bank
//                            ^ error: cannot find symbol
// | symbol: class Seller
interface Shop {
    @Role interface Buyer {}
    @Role interface Seller {}
    @Role interface Bank {}

    @Message(from = Buyer.class, to = Seller.class) void order();
    @Message(from = Seller.class, to = Bank.class) void check();
    @Message(from = Bank.class, to = Seller.class) void credit(int euros);
}
