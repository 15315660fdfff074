import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Shop {
// error: [name-clash] the class ShopBuyer is generated for Shop, and there is a type of that name already
// | hint: rename the type, the role or the protocol
    @Role interface Buyer {}
    @Role interface Seller {}

    @Message(from = Buyer.class, to = Seller.class) void order();
}

class ShopBuyer {}
