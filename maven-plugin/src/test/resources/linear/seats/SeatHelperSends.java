package demo;

import dev.parley.runtime.Seat;

class SeatHelperSends {
    static void give(RelayGiver.Start start, CalculatorClient.Ask ask) {
        send(start, ask.toSeatAtAsk());
    }

    private static void send(RelayGiver.Start start, Seat.At<Calculator.Client, Calculator.Ask> seat) {
        start.take(seat).receive();
    }
}
