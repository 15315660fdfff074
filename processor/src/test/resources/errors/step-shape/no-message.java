import dev.parley.annotation.End;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Shop {
    @Role interface Buyer {}
    @Role interface Seller {}

    void greet();
//       ^ error: [step-shape] greet is neither a message nor a step on to a block
// | hint: say who sends it to whom with @Message(from = …, to = …), or return a block

    @Message(from = Buyer.class, to = Seller.class) void order();

    Delivery deliver(int days);
//           ^ error: [step-shape] deliver has parameters, though it is no message that could carry them
// | hint: say who sends it to whom with @Message(from = …, to = …), or remove the parameters

    End leave();
//      ^ error: [step-shape] leave is neither a message nor a step on to a block
// | hint: say who sends it to whom with @Message(from = …, to = …), or return a block

    interface Delivery {
        @Message(from = Seller.class, to = Buyer.class) void ship();
    }
}
