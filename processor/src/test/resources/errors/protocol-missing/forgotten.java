import dev.parley.annotation.Choice;
import dev.parley.annotation.Message;
import dev.parley.annotation.Role;

interface Shop {
// error: [protocol-missing] @Role is used in Shop, which is no protocol
// | hint: annotate Shop with @Protocol
    @Role interface Buyer {}
    @Role interface Seller {}

    Answer answer();

    @Choice(at = Seller.class)
    interface Answer {
        @Message(from = Seller.class, to = Buyer.class) void yes();
        @Message(from = Seller.class, to = Buyer.class) void no();
    }
}
