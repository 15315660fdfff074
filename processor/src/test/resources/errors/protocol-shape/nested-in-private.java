import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

class Outer {
    private static class Inner {
        @Protocol
        interface Shop {
//      ^ error: [protocol-shape] Shop is nested in Inner, which is private, and the code generated for it stands outside
// | hint: let the package see Inner: remove the modifier private
            @Role interface Buyer {}
            @Role interface Seller {}

            @Message(from = Buyer.class, to = Seller.class) void order();
        }
    }
}
