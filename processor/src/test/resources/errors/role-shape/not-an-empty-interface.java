import dev.parley.annotation.Choice;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Shop {
    @Role class Buyer {}
//        ^ error: [role-shape] Buyer is a class, and a role is an empty interface
// | hint: write @Role interface Buyer {}
    @Role interface Seller<T> {}
//        ^ error: [role-shape] Seller has type parameters, and a role is nothing but a name
    @Role interface Bank extends Comparable<Bank> {}
//        ^ error: [role-shape] Bank extends java.lang.Comparable<Shop.Bank>, and a role is nothing but a name
    @Role interface Courier { void drive(); }
//        ^ error: [role-shape] Courier has members, and a role is nothing but a name
// | hint: what a role does is said by the steps of the protocol
    @Role @Choice(at = Buyer.class) interface Clerk {}
//                                  ^ error: [role-shape] Clerk is both a role and a choice
// | hint: a choice is a block of its own

    @Message(from = Buyer.class, to = {Seller.class, Bank.class, Courier.class, Clerk.class}) Delivery order();

    interface Delivery {
        @Role interface Driver {}
//            ^ error: [role-shape] Driver is nested in Delivery, which is not the protocol
// | hint: move it up: roles stand side by side in Shop

        @Message(from = Courier.class, to = Driver.class) void drive();
    }
}
