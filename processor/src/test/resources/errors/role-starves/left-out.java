import dev.parley.annotation.Choice;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Shop {
    @Role interface Buyer {}
    @Role interface Seller {}
    @Role interface Courier {}
//        ^ warning: [role-starves] Courier may wait for ever for deliver() while the others go on without it
// | 1. Buyer -> Seller : offer(int)
// | hint: tell Courier that it is no longer needed, before the others go round for ever

    Answer answer();

    @Choice(at = Buyer.class)
    interface Answer {
        @Message(from = Buyer.class, to = Seller.class) Delivery accept();
        @Message(from = Buyer.class, to = Seller.class) Haggling offer(int euros);
    }

    interface Delivery {
        @Message(from = Seller.class, to = Courier.class) void deliver();
    }

    interface Haggling {
        @Message(from = Buyer.class, to = Seller.class) Haggling offer(int euros);
    }
}
