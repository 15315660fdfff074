package demo;

class HelperTellsWhetherItHasUsed {
    static void play(CalculatorClient.Ask ask, boolean polite) {
        if (!leave(ask, polite)) {
            ask.add(1, 1).receive().bye();
        }
    }

    private static boolean leave(CalculatorClient.Ask ask, boolean polite) {
        if (polite) {
            ask.bye();
            return true;
        }
        return false;
    }
}
