import dev.parley.annotation.Choice;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Shop {
    @Role interface Buyer {}
    @Role interface Seller {}
    @Role interface Courier {}

    Ask ask();

    @Choice(at = Buyer.class)
    interface Ask {
        @Message(from = Buyer.class, to = Seller.class) Ask again();
        @Message(from = Buyer.class, to = Seller.class) Delivery stop();
    }

    interface Delivery {
        @Message(from = Seller.class, to = Courier.class) void deliver();
    }
}
