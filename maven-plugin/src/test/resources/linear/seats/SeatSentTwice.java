package demo;

import dev.parley.runtime.Seat;

class SeatSentTwice {
    static void give(RelayGiver.Start one, RelayGiver.Start other, CalculatorClient.Ask ask) {
        Seat.At<Calculator.Client, Calculator.Ask> seat = ask.toSeatAtAsk();
        one.take(seat).receive();
        other.take(seat).receive(); // [state-used-twice]
    }
}
