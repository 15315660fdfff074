package demo;

class EnteredForNothing {
    static void play() {
        try (CalculatorSession session = CalculatorSession.open()) {
            CalculatorClient.Ask ask = session.client(); // [state-dropped]
        }
    }
}
