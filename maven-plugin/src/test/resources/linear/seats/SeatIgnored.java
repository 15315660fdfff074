package demo;

class SeatIgnored {
    @SuppressWarnings("CheckReturnValue")
    static void give(CalculatorClient.Ask ask) {
        ask.toSeatAtAsk(); // [state-dropped]
    }
}
