package demo;

class SwitchServerMissesTheEnd {
    static void play(CalculatorServer.Ask ask) {
        while (true) {
            switch (ask.receive()) { // [branch-unhandled]
                case CalculatorServer.Add add -> ask = add.sum((long) add.x() + add.y());
                default -> System.out.println("what?");
            }
        }
    }
}
