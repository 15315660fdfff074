import dev.parley.annotation.Choice;
import dev.parley.annotation.End;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Shop {
    @Role interface Buyer {}
    @Role interface Seller {}

    Ask ask();
    @Message(from = Buyer.class, to = Seller.class) void pay();
//                                                       ^ error: [step-unreachable] pay can never happen: nothing comes back from ask, the step before it
// | hint: remove it, or let a way through ask return void

    @Choice(at = Buyer.class)
    interface Ask {
        @Message(from = Buyer.class, to = Seller.class) Ask again();
        @Message(from = Buyer.class, to = Seller.class) End stop();
    }
}
