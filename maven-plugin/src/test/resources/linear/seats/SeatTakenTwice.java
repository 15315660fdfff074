package demo;

import dev.parley.runtime.Seat;

class SeatTakenTwice {
    static void take(RelayTaker.Start start) {
        RelayTaker.Take take = start.receive();
        Seat.At<Calculator.Client, Calculator.Ask> seat = take.seat();
        CalculatorClient.sitAtAsk(seat).bye();
        CalculatorClient.sitAtAsk(seat).bye(); // [state-used-twice]
        take.thanks();
    }
}
