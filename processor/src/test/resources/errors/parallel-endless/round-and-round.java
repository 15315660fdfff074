import dev.parley.annotation.Message;
import dev.parley.annotation.Parallel;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Shop {
    @Role interface Buyer {}
    @Role interface Seller {}

    Both both();
    @Message(from = Buyer.class, to = Seller.class) void thanks();

    @Parallel
    interface Both {
        @Message(from = Buyer.class, to = Seller.class) void order();
        Adverts adverts();
//              ^ error: [parallel-endless] the branch adverts of Both never comes to an end, so what follows Both never happens
// | hint: give its loop an alternative that returns void
    }
    interface Adverts {
        @Message(from = Seller.class, to = Buyer.class) Adverts advert();
    }
}
