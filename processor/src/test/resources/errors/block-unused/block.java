import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Shop {
    @Role interface Buyer {}
    @Role interface Seller {}

    @Message(from = Buyer.class, to = Seller.class) void order();

    interface Delivery {
//  ^ warning: [block-unused] no step of Shop goes on with the block Delivery
// | hint: return Delivery from the step it shall follow, or remove it
        @Message(from = Seller.class, to = Buyer.class) void ship();
    }
}
