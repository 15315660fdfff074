import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Shop<T> {
// error: [protocol-shape] Shop has type parameters, and a protocol has none
// | hint: name the types of the payload themselves
    @Role interface Buyer {}
    @Role interface Seller {}

    @Message(from = Buyer.class, to = Seller.class) void order(T goods);
}
