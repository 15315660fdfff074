import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Shop {
    @Role interface Buyer {}
    @Role interface Seller {}

    @Message(from = Buyer.class, to = Seller.class) void order(Goods goods);

    record Goods(String name) {}
//  ^ error: [protocol-member] Goods is a record, neither a role nor a block
// | hint: move it out of the protocol
}
