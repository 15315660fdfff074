import dev.parley.annotation.Choice;
import dev.parley.annotation.End;
import dev.parley.annotation.Message;
import dev.parley.annotation.Parallel;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Shop {
    @Role interface Buyer {}
    @Role interface Seller {}

    @Message(from = Buyer.class, to = Seller.class) void hello();
    Both both();

    @Parallel
    interface Both {
        Order order();
        @Message(from = Buyer.class, to = Seller.class) Price price();
        @Message(from = Seller.class, to = Buyer.class) Both advert();
//                                                           ^ error: [parallel-left] advert goes back to Both from within the branch advert, while other branches are still going on
// | hint: let the branch come to its end with void, and let what follows the parallel block do this
    }

    @Choice(at = Buyer.class)
    interface Order {
        @Message(from = Buyer.class, to = Seller.class) void buy();
        @Message(from = Buyer.class, to = Seller.class) End bye();
//                                                          ^ error: [parallel-left] bye ends the session from within the branch order, while other branches are still going on
// | hint: let the branch come to its end with void, and let what follows the parallel block do this
    }
    interface Price {
        @Message(from = Seller.class, to = Buyer.class) Shop euros(int amount);
//                                                           ^ error: [parallel-left] euros goes back to Shop from within the branch price, while other branches are still going on
// | hint: let the branch come to its end with void, and let what follows the parallel block do this
    }
}
