package demo;

import dev.parley.runtime.Seat;

class SeatForgotten {
    static void give(CalculatorClient.Ask ask) {
        Seat.At<Calculator.Client, Calculator.Ask> seat = ask.toSeatAtAsk(); // [state-dropped]
        System.out.println("kept");
    }
}
