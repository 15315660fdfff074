import dev.parley.annotation.*;

@Protocol
interface Shop {
    @Role interface Buyer {}
    @Role interface Seller {}

    @Message(from = Buyer.class, to = Seller.class) void order();
    @Include(value = Runnable.class, roles = {})
//                           ^ error: [include-protocol] pay includes java.lang.Runnable, which is no protocol
// | hint: name an interface that is annotated with @Protocol
    void pay();
}
