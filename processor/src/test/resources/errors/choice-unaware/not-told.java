import dev.parley.annotation.Choice;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Shop {
    @Role interface Buyer {}
    @Role interface Seller {}
    @Role interface Courier {}

    Answer answer();

    @Choice(at = Buyer.class)
    interface Answer {
        @Message(from = Buyer.class, to = Seller.class) Delivery accept();
        @Message(from = Buyer.class, to = Seller.class) void reject();
    }

    interface Delivery {
        @Message(from = Courier.class, to = Buyer.class) void ship();
//                                                            ^ error: [choice-unaware] Courier cannot know whether to send ship() to Buyer here
// | after this, Courier sends ship() to Buyer:
// | 1. Buyer -> Seller : accept()
// | after this, which looks the same to Courier, it must not, but is done:
// | 1. Buyer -> Seller : reject()
// | hint: the runs part where Buyer chooses, and Courier is not told: let Courier receive a different label in each alternative before this step
    }
}
