package demo;

class SeatTakenAndForgotten {
    @SuppressWarnings("CheckReturnValue")
    static void take(RelayTaker.Start start) {
        RelayTaker.Take take = start.receive();
        CalculatorClient.sitAtAsk(take.seat()); // [state-dropped]
        take.thanks();
    }
}
