import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Shop {
    int LIMIT = 3; // constants are welcome

    @Role interface Buyer {}
    @Role interface Seller {}

    @Message(from = Buyer.class, to = Seller.class) void order();

    enum Colour {
//  ^ error: [protocol-member] Colour is an enum, neither a role nor a block
// | hint: move it out of the protocol
        RED
    }

    class Basket {}
//  ^ error: [protocol-member] Basket is a class, neither a role nor a block
// | hint: move it out of the protocol

    @interface Marker {}
//   ^ error: [protocol-member] Marker is an annotation type, neither a role nor a block
// | hint: move it out of the protocol

    @Protocol
    interface Payment {}
//  ^ error: [protocol-member] Payment is a protocol of its own, neither a role nor a block
// | hint: move it out of the protocol Shop
//  ^ error: [block-empty] the protocol Payment has no step
// | hint: declare a method for each message, annotated with @Message
}
