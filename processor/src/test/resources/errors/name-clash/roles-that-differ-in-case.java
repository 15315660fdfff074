import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Shop {
    @Role interface Buyer {}
//        ^ error: [name-clash] the role Buyer would be generated as ShopBuyer, which is the type of the role BUYER
// | hint: rename the role
    @Role interface BUYER {}

    @Message(from = Buyer.class, to = BUYER.class) void order();
}
