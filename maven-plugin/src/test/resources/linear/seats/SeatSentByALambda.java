package demo;

import dev.parley.runtime.Seat;

class SeatSentByALambda {
    static void give(CalculatorClient.Ask ask) {
        Seat.At<Calculator.Client, Calculator.Ask> seat = ask.toSeatAtAsk();
        RelaySession.run(giver -> giver.take(seat).receive(), taker -> {
            RelayTaker.Take take = taker.receive();
            CalculatorClient.sitAtAsk(take.seat()).bye();
            take.thanks();
        });
    }
}
