import dev.parley.annotation.*;
import dev.parley.runtime.Seat;
import java.util.List;

@Protocol
@Edge(from = Delegation.Taker.class, to = Delegation.Giver.class, whenFull = Edge.WhenFull.DROP)
interface Delegation {
    @Role interface Giver {}
    @Role interface Taker {}
    @Role interface Witness {}

    @Message(from = Giver.class, to = Taker.class) void noRole(Seat<String> seat);
//                                                                          ^ error: [seat-type] seat is the seat of String, which is no role of a protocol
// | hint: write Seat<Payment.Payer> or, at the start of a block, Seat.At<Payment.Payer, Payment.Choose>, and send it to one role
    @Message(from = Giver.class, to = Taker.class) void anyRole(Seat<?> seat);
//                                                                      ^ error: [seat-type] seat does not say of which role the seat is
// | hint: write Seat<Payment.Payer> or, at the start of a block, Seat.At<Payment.Payer, Payment.Choose>, and send it to one role
    @Message(from = Giver.class, to = Taker.class) void raw(@SuppressWarnings("rawtypes") Seat seat);
//                                                                                             ^ error: [seat-type] seat does not say of which role the seat is
// | hint: write Seat<Payment.Payer> or, at the start of a block, Seat.At<Payment.Payer, Payment.Choose>, and send it to one role
    @Message(from = Giver.class, to = Taker.class) void block(Seat<Payment.Choose> seat);
//                                                                                 ^ error: [seat-type] seat is the seat of Choose, which is no role of a protocol
// | hint: write Seat<Payment.Payer> or, at the start of a block, Seat.At<Payment.Payer, Payment.Choose>, and send it to one role
    @Message(from = Giver.class, to = Taker.class) void noBlock(Seat.At<Payment.Payer, Payment.Payee> seat);
//                                                                                                    ^ error: [seat-type] seat is a seat at Payee, which is no block nested in Payment
// | hint: write Seat<Payment.Payer> or, at the start of a block, Seat.At<Payment.Payer, Payment.Choose>, and send it to one role
    @Message(from = Giver.class, to = Taker.class) void otherBlock(Seat.At<Giver, Payment.Choose> seat);
//                                                                                                ^ error: [seat-type] seat is a seat at Choose, which is no block nested in Delegation
// | hint: write Seat<Payment.Payer> or, at the start of a block, Seat.At<Payment.Payer, Payment.Choose>, and send it to one role
    @Message(from = Giver.class, to = Taker.class) void list(List<Seat<Payment.Payer>> seats);
//                                                                                     ^ error: [seat-type] seats holds a seat within another type, where sending it would not spend it
// | hint: write Seat<Payment.Payer> or, at the start of a block, Seat.At<Payment.Payer, Payment.Choose>, and send it to one role
    @Message(from = Giver.class, to = Taker.class) void array(Seat<Payment.Payer>[] seats);
//                                                                                  ^ error: [seat-type] seats holds a seat within another type, where sending it would not spend it
// | hint: write Seat<Payment.Payer> or, at the start of a block, Seat.At<Payment.Payer, Payment.Choose>, and send it to one role
    @Message(from = Giver.class, to = {Taker.class, Witness.class}) void several(Seat<Payment.Payer> seat);
//                                                                                                   ^ error: [seat-type] seat is a seat that goes to 2 roles, and only one could take it
// | hint: write Seat<Payment.Payer> or, at the start of a block, Seat.At<Payment.Payer, Payment.Choose>, and send it to one role
    @Message(from = Taker.class, to = Giver.class) void lossy(Seat.At<Payment.Payer, Payment.Choose> seat);
//                                                                                                   ^ error: [seat-type] seat is a seat on an edge that may lose it
// | hint: write Seat<Payment.Payer> or, at the start of a block, Seat.At<Payment.Payer, Payment.Choose>, and send it to one role
    @Message(from = Giver.class, to = Taker.class) void twoStates(Seat.At<Payment.Payee, Payment.Twice> seat);
//                                                                                                      ^ error: [seat-type] seat is a seat at Twice, at whose start Payee has 2 states
// | hint: hand the role over where it takes part first in a block that is run in one place
}

@Protocol
interface Payment {
    @Role interface Payer {}
    @Role interface Payee {}

    Choose choose();
    Twice again();
    @Message(from = Payer.class, to = Payee.class) void between();
    Twice andAgain();

    @Choice(at = Payer.class)
    interface Choose {
        @Message(from = Payer.class, to = Payee.class) void pay(long cents);
        @Message(from = Payer.class, to = Payee.class) void owe();
    }
    interface Twice {
        @Message(from = Payee.class, to = Payer.class) void receipt();
    }
}
