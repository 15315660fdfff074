package demo;

import dev.parley.annotation.*;
import dev.parley.runtime.Seat;

/** The right to go on as the calculator's client is passed on. */
@Protocol
public interface Relay {
    @Role interface Giver {}
    @Role interface Taker {}

    @Message(from = Giver.class, to = Taker.class)
    void take(Seat.At<Calculator.Client, Calculator.Ask> seat);

    @Message(from = Taker.class, to = Giver.class)
    void thanks();
}
