package demo;

class SeatSentAndTaken {
    static void give(RelayGiver.Start start, CalculatorClient.Ask ask) {
        start.take(ask.toSeatAtAsk()).receive();
    }

    static void take(RelayTaker.Start start) {
        RelayTaker.Take take = start.receive();
        CalculatorClient.Sum sum = CalculatorClient.sitAtAsk(take.seat()).add(1, 2).receive();
        sum.bye();
        take.thanks();
    }
}
