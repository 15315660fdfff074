import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;
import java.io.IOException;

@Protocol
interface Shop {
    @Role interface Buyer {}
    @Role interface Seller {}

    @Message(from = Buyer.class, to = Seller.class) void order();

    @Message(from = Seller.class, to = Buyer.class) default void price(int euros) {}
//                                                               ^ error: [protocol-member] price is a default method, and the methods of a protocol are its steps
// | hint: move it out of the protocol, or make it a step without a body

    static int discount() {
//             ^ error: [protocol-member] discount is a static method, and the methods of a protocol are its steps
// | hint: move it out of the protocol, or make it a step without a body
        return 10;
    }

    private void helper() {}
//               ^ error: [protocol-member] helper is a private method, and the methods of a protocol are its steps
// | hint: move it out of the protocol, or make it a step without a body

    @Message(from = Buyer.class, to = Seller.class) <T extends Comparable<T>> void pay(T means);
//                                                                                 ^ error: [protocol-member] pay has type parameters, and a step has none
// | hint: name the types of the payload themselves

    @Message(from = Seller.class, to = Buyer.class) void ship() throws IOException;
//                                                       ^ error: [protocol-member] ship throws java.io.IOException, and a step throws nothing
// | hint: remove the throws clause; to tell of a failure, send a message
}
