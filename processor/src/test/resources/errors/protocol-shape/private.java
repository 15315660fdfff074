import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

class Outer {
    @Protocol
    private interface Shop {
//          ^ error: [protocol-shape] Shop is private, and the code generated for it stands outside
// | hint: let the package see Shop: remove the modifier private
        @Role interface Buyer {}
        @Role interface Seller {}

        @Message(from = Buyer.class, to = Seller.class) void order();
    }
}
