package demo;

class HelperUsesOnSomePaths {
    static void play(CalculatorClient.Ask ask, boolean polite) {
        leave(ask, polite);
    }

    private static void leave(CalculatorClient.Ask ask, boolean polite) {
        if (polite) { // [state-dropped]
            ask.bye();
        }
    }
}
