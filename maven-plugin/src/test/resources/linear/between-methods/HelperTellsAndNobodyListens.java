package demo;

class HelperTellsAndNobodyListens {
    static void play(CalculatorSession session, boolean polite) {
        CalculatorClient.Ask ask = session.client(); // [state-dropped]
        leave(ask, polite);
    }

    private static boolean leave(CalculatorClient.Ask ask, boolean polite) {
        if (polite) {
            ask.bye();
            return true;
        }
        return false;
    }
}
