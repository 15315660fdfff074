package demo;

class LoopMissesTheEnd {
    static void play(CalculatorServer.Ask ask) {
        while (true) {
            CalculatorServer.Ask.Received received = ask.receive(); // [branch-unhandled]
            if (received instanceof CalculatorServer.Add add) {
                ask = add.sum(add.x());
            }
        }
    }
}
