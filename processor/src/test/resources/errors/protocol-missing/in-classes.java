import dev.parley.annotation.Edge;
import dev.parley.annotation.Message;
import dev.parley.annotation.Role;

@Role
interface Buyer {}
// error: [protocol-missing] @Role is used in Buyer, which is no protocol
// | hint: annotate Buyer with @Protocol

class Outer {
// error: [protocol-missing] @Message is used in Outer, which is no protocol
// | hint: annotate Outer with @Protocol
    @Edge(from = Buyer.class, to = Buyer.class)
    interface Shop {}
//  ^ error: [protocol-missing] @Edge is used in Shop, which is no protocol
// | hint: annotate Shop with @Protocol

    @Message(from = Buyer.class, to = Buyer.class)
    void order() {}
}
