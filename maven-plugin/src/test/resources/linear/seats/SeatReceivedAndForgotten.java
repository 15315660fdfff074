package demo;

import dev.parley.runtime.Seat;

class SeatReceivedAndForgotten {
    static void take(RelayTaker.Start start) {
        RelayTaker.Take take = start.receive();
        Seat.At<Calculator.Client, Calculator.Ask> seat = take.seat(); // [state-dropped]
        System.out.println("kept");
        take.thanks();
    }
}
