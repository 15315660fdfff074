import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Shop extends Greeting, Comparable<String> {
// error: [protocol-shape] Shop extends Greeting, and a protocol stands for itself
// | hint: declare the roles, blocks and steps in the protocol itself
    @Role interface Buyer {}
    @Role interface Seller {}

    @Message(from = Buyer.class, to = Seller.class) void order();
}

interface Greeting {}
