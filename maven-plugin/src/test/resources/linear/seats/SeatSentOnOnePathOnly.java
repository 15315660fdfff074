package demo;

import dev.parley.runtime.Seat;

class SeatSentOnOnePathOnly {
    static void give(RelaySession session, CalculatorClient.Ask ask, boolean willing) {
        Seat.At<Calculator.Client, Calculator.Ask> seat = ask.toSeatAtAsk(); // [state-dropped]
        if (willing) {
            session.giver().take(seat).receive();
        }
    }
}
