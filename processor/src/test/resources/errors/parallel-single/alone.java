import dev.parley.annotation.Message;
import dev.parley.annotation.Parallel;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Shop {
    @Role interface Buyer {}
    @Role interface Seller {}

    Both both();

    @Parallel
//  ^ warning: [parallel-single] ask is the only branch of Both, so nothing runs beside it
// | hint: leave @Parallel out, or declare the other branches
    interface Both {
        @Message(from = Buyer.class, to = Seller.class) void ask();
    }
}
