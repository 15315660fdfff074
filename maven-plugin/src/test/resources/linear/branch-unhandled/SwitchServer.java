package demo;

class SwitchServer {
    static void play(CalculatorServer.Ask ask) {
        while (true) {
            switch (ask.receive()) {
                case CalculatorServer.Add add -> ask = add.sum((long) add.x() + add.y());
                case CalculatorServer.Bye bye -> {
                    return;
                }
            }
        }
    }
}
