package demo;

class AnyFailureOfAnActionCaught {
    static void play(CalculatorClient.Ask ask) {
        try {
            ask.bye();
        } catch (RuntimeException e) {
            System.err.println("the session is over: " + e.getMessage());
        }
    }
}
