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

    Both both();

    @Parallel
    interface Both {
        @Message(from = Buyer.class, to = Seller.class) void order();
        Delivery delivery();
//               ^ error: [parallel-unaware] Buyer, in branch delivery of Both, cannot know whether the branch is over here
// | after this, Buyer, in branch delivery of Both, is done:
// | 1. Buyer -> Seller : order()
// | 2. Seller -> Courier : keep()
// | after this, which looks the same to Buyer, it must not, but first has to receive parcel():
// | 1. Buyer -> Seller : order()
// | 2. Seller -> Courier : send()
// | 3. Courier -> Buyer : parcel()
// | hint: the runs part where Seller chooses, and Buyer is not told: let Buyer receive a different label in each alternative before this step
    }

    @Choice(at = Seller.class)
    interface Delivery {
        @Message(from = Seller.class, to = Courier.class) Parcel send();
        @Message(from = Seller.class, to = Courier.class) void keep();
    }
    interface Parcel {
        @Message(from = Courier.class, to = Buyer.class) void parcel();
    }
}
