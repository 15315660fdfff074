import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Shop {
    @Role interface Session {}
//        ^ error: [name-clash] the role Session would be generated as ShopSession, which is the type of the session
// | hint: rename the role
    @Role interface Seller {}

    @Message(from = Session.class, to = Seller.class) void order();
}
