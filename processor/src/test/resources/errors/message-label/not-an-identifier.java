import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Shop {
    @Role interface Buyer {}
    @Role interface Seller {}

    @Message(from = Buyer.class, to = Seller.class, label = "my order") void order();
//                                                          ^ error: [message-label] the label "my order" cannot be the name of a method
// | hint: a label is a Java identifier that is no keyword
    @Message(from = Buyer.class, to = Seller.class, label = "class") void kind();
//                                                          ^ error: [message-label] the label "class" cannot be the name of a method
// | hint: a label is a Java identifier that is no keyword
    @Message(from = Buyer.class, to = Seller.class, label = "1st") void first();
//                                                          ^ error: [message-label] the label "1st" cannot be the name of a method
// | hint: a label is a Java identifier that is no keyword
    @Message(from = Buyer.class, to = Seller.class, label = "") void pay();
}
