import dev.parley.annotation.*;

@Protocol
interface Fair {
    @Role interface Host {}
    @Role @Family interface Buyer {}
    @Role @Family interface Seller {}

    Visit visit();

    @ForEach(Buyer.class)
    interface Visit {
        @Message(from = Host.class, to = Buyer.class) void welcome();
        @Message(from = Buyer.class, to = Seller.class) void hello();
//                                              ^ error: [family-nested] Seller is another family than Buyer, for each member of which Visit is run
// | hint: speak with Seller before or after the members of Buyer have their turns
        Stalls stalls();
    }

    @ForEach(Seller.class)
//  ^ error: [family-nested] Stalls is run for each member of Seller within a block that is run for each member of Buyer
// | hint: let the outer block come to its end first, and let this one follow it
    interface Stalls {
        @Message(from = Host.class, to = Seller.class) void next();
    }
}
