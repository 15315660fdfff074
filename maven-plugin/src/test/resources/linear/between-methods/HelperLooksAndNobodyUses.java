package demo;

class HelperLooksAndNobodyUses {
    static void play(CalculatorSession session) {
        log(session.client()); // [state-dropped]
    }

    private static void log(CalculatorClient.Ask ask) {
        System.out.println(ask);
    }
}
