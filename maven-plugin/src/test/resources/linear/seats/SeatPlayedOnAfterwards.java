package demo;

class SeatPlayedOnAfterwards {
    static void give(RelayGiver.Start start, CalculatorClient.Ask ask) {
        start.take(ask.toSeatAtAsk()).receive();
        ask.bye(); // [state-used-twice]
    }
}
