import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Shop {
    @Role interface Buyer {}
    @Role interface Seller {}

    @Message(from = Buyer.class, to = Seller.class) Delivery order();

    interface Delivery {
        Payment pay();

        interface Payment {
//      ^ error: [protocol-member] Payment is nested in the block Delivery
// | hint: move it up: blocks stand side by side in Shop
            @Message(from = Buyer.class, to = Seller.class) void cash();
        }
    }
}
