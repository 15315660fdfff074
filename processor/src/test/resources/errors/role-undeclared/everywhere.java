import dev.parley.annotation.Choice;
import dev.parley.annotation.Edge;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
@Edge(from = Stranger.class, to = Shop.Seller.class)
//                   ^ error: [role-undeclared] Stranger is no role of Shop
// | hint: the roles are Buyer, Seller
interface Shop {
    @Role interface Buyer {}
    @Role interface Seller {}

    @Message(from = Market.Byer.class, to = {Seller.class, String.class}) Answer order();
//                             ^ error: [role-undeclared] Market.Byer is no role of Shop
// | hint: did you mean Buyer?
//                                                               ^ error: [role-undeclared] java.lang.String is no role of Shop
// | hint: the roles are Buyer, Seller

    @Choice(at = int.class)
//                  ^ error: [role-undeclared] int is no role of Shop
// | hint: the roles are Buyer, Seller
    interface Answer {
        @Message(from = Seller.class, to = Answer.class) void yes();
//                                               ^ error: [role-undeclared] Answer is no role of Shop
// | hint: the roles are Buyer, Seller
        @Message(from = Seller.class, to = Buyer[].class) void no();
//                                                ^ error: [role-undeclared] Shop.Buyer[] is no role of Shop
// | hint: did you mean Buyer?
    }
}

interface Stranger {}

interface Market {
    interface Byer {}
}
