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
        @Message(from = Seller.class, to = Buyer.class) void yes();
        @Message(from = Buyer.class, to = Seller.class) void cancel();
//                           ^ error: [choice-sender] the alternative cancel is sent by Buyer, but Seller chooses in Answer
// | hint: let Seller send the first message of every alternative, or choose at Buyer
        Talk talk();
//           ^ error: [choice-sender] the alternative talk starts with why, sent by Buyer, but Seller chooses in Answer
// | hint: let Seller send the first message of every alternative, or choose at Buyer
    }

    interface Talk {
        @Message(from = Buyer.class, to = Seller.class) void why();
    }
}
