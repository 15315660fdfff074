import dev.parley.annotation.Choice;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Shop {
    @Role interface Buyer {}
    @Role interface Seller {}

    Ask ask();

    @Choice(at = Buyer.class)
    interface Ask {
        @Message(from = Buyer.class, to = Seller.class) More more();
        @Message(from = Buyer.class, to = Seller.class) void stop();
    }

    interface More {
        Ask again();
//          ^ error: [recursion-not-tail] again goes back to Ask while something is still to be done after it
// | the way here: Ask > More > Ask
// | hint: make this the last step on its way, or move what follows into Ask before it goes round
        @Message(from = Seller.class, to = Buyer.class) void price(int euros);
    }
}
