import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;

@Protocol
interface Shop {
    @Message(from = Buyer.class, to = Seller.class) void order();
//                       ^ error: [role-undeclared] Buyer is no role of Shop
// | hint: declare it: @Role interface Buyer {}
//                                          ^ error: [role-undeclared] Seller is no role of Shop
// | hint: declare it: @Role interface Seller {}
}

interface Buyer {}

interface Seller {}
