import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;
import java.util.List;

@Protocol
interface Shop {
    @Role interface Buyer {}
    @Role interface Seller {}

    @Message(from = Buyer.class, to = Seller.class) int order();
//                                                      ^ error: [step-return] order returns int, which is not a block of this protocol
// | hint: the return type says what follows: void for the next step, a block, or End
    @Message(from = Seller.class, to = Buyer.class) Buyer offer();
//                                                        ^ error: [step-return] offer returns Buyer, which is a role
// | hint: who receives the message is said by @Message(to = …); the return type says what follows
    @Message(from = Buyer.class, to = Seller.class) Deliveri accept();
//                                                           ^ error: [step-return] accept returns Deliveri, which is not a block of this protocol
// | hint: did you mean Delivery?
    @Message(from = Buyer.class, to = Seller.class) Other.End cancel();
//                                                            ^ error: [step-return] cancel returns Other.End, which is not a block of this protocol
// | hint: did you mean dev.parley.annotation.End?
    List<Delivery> deliver();
//                 ^ error: [step-return] deliver returns java.util.List, which is not a block of this protocol
// | hint: the return type says what follows: void for the next step, a block, or End
    String end();
//         ^ error: [step-return] end returns java.lang.String, which is not a block of this protocol
// | hint: the return type says what follows: void for the next step, a block, or End

    interface Delivery {
        @Message(from = Seller.class, to = Buyer.class) void ship();
    }
}

interface Deliveri {}

interface Other {
    interface End {}
}
