import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Shop {
    @Role interface Buyer {}
    @Role interface Seller {}

    @Message(from = Buyer.class, to = Seller.class) void order();

    @SuppressWarnings("block-unused")
    interface Delivery {
        @Message(from = Seller.class, to = Buyer.class) void ship();
    }
}
