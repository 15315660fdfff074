package demo;

import dev.parley.runtime.Seat;

class SeatSentAndKept {
    static void give(RelayGiver.Start start, CalculatorClient.Ask ask) {
        Seat.At<Calculator.Client, Calculator.Ask> seat = ask.toSeatAtAsk();
        start.take(seat).receive();
        CalculatorClient.sitAtAsk(seat).bye(); // [state-used-twice]
    }
}
