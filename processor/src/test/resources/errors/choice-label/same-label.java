import dev.parley.annotation.Choice;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Shop {
    @Role interface Buyer {}
    @Role interface Seller {}

    Answer answer();

    @Choice(at = Seller.class)
    interface Answer {
        @Message(from = Seller.class, to = Buyer.class) void price(int euros);
        @Message(from = Seller.class, to = Buyer.class) void price(String words);
//                                                           ^ error: [choice-label] two alternatives of Answer start with the label price
// | the other is price
// | hint: rename one, or give it a label of its own: @Message(label = "...")
        @Message(from = Seller.class, to = Buyer.class, label = "price") void offer(long cents);
//                                                              ^ error: [choice-label] two alternatives of Answer start with the label price
// | the other is price
// | hint: rename one, or give it a label of its own: @Message(label = "...")
    }
}
