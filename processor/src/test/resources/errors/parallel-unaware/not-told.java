import dev.parley.annotation.Choice;
import dev.parley.annotation.Message;
import dev.parley.annotation.Parallel;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Shop {
    @Role interface Buyer {}
    @Role interface Courier {}
    @Role interface Seller {}

    Decision decide();

    @Choice(at = Buyer.class)
    interface Decision {
        @Message(from = Buyer.class, to = Seller.class) Both order();
        @Message(from = Buyer.class, to = Seller.class) void nothing();
    }

    @Parallel
    interface Both {
        @Message(from = Courier.class, to = Buyer.class) void parcel();
//                                                            ^ error: [parallel-unaware] Courier cannot know whether Both begins here
// | after this, Courier enters the branches of Both:
// | 1. Buyer -> Seller : order()
// | after this, which looks the same to Courier, it must not, but is done:
// | 1. Buyer -> Seller : nothing()
// | hint: the runs part where Buyer chooses, and Courier is not told: let Courier receive a different label in each alternative before this step
        @Message(from = Courier.class, to = Seller.class) void receipt();
    }
}
