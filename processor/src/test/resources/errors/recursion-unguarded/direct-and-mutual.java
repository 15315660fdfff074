import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Shop {
    @Role interface Buyer {}
    @Role interface Seller {}

    @Message(from = Buyer.class, to = Seller.class) void order();
    Ping ping();

    interface Ping {
        Pong pong();
    }

    interface Pong {
        Ping ping();
//           ^ error: [recursion-unguarded] ping leads back to where it started without any message on the way
// | hint: put a message before the recursion, or remove this step
    }
}
