import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
sealed interface Shop permits Corner {
//     ^ error: [protocol-shape] Shop is sealed, and nothing ever implements a protocol
// | hint: remove the modifier sealed and the types it permits
    @Role interface Buyer {}
    @Role interface Seller {}

    @Message(from = Buyer.class, to = Seller.class) void order();
}

non-sealed interface Corner extends Shop {}
