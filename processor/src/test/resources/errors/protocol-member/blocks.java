import dev.parley.annotation.Edge;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Shop {
    @Role interface Buyer {}
    @Role interface Seller {}

    @Message(from = Buyer.class, to = Seller.class) Payment order();

    interface Payment extends Cash {}
//  ^ error: [protocol-member] Payment extends Shop.Cash, and a block stands for itself
// | hint: to run another block's steps, return it from a step

    interface Cash {
        @Message(from = Buyer.class, to = Seller.class) Delivery<String> cash();
    }

    @Edge(from = Seller.class, to = Buyer.class, capacity = 1)
    interface Delivery<T> {
//  ^ error: [protocol-member] Delivery has type parameters, and a block has none
// | hint: name the types of the payload themselves
//  ^ error: [protocol-member] Delivery configures an edge, which belongs to the whole protocol
// | hint: move @Edge to Shop
        @Message(from = Seller.class, to = Buyer.class) void ship(T goods);
    }
}
