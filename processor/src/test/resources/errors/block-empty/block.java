import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Shop {
    @Role interface Buyer {}
    @Role interface Seller {}

    @Message(from = Buyer.class, to = Seller.class) Delivery order();

    interface Delivery {}
//  ^ error: [block-empty] the block Delivery has no step
// | hint: declare its steps, or let the steps that go on with it return void or End
}
