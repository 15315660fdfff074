import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Shop {
    @Role interface BuyerSession {}
    @Role interface Seller {}

    @Message(from = BuyerSession.class, to = Seller.class) void order();
}

@Protocol
interface ShopBuyer {
// error: [name-clash] the class ShopBuyerSession is generated for ShopBuyer, and there is a type of that name already
// | hint: rename the type, the role or the protocol
    @Role interface Left {}
    @Role interface Right {}

    @Message(from = Left.class, to = Right.class) void order();
}
