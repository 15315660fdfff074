package demo;

class ReopenedChainMissesOne {
    static void play(CalculatorSession session) {
        CalculatorServer.Resumed server = session.resumeServer(); // [branch-unhandled]
        if (server instanceof CalculatorServer.Add add) {
            serve(add.sum(1));
        }
    }

    private static void serve(CalculatorServer.Ask ask) {
        while (ask != null) {
            ask = ask.receive().match(add -> add.sum(1), bye -> null);
        }
    }
}
