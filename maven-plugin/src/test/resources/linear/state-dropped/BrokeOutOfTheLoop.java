package demo;

class BrokeOutOfTheLoop {
    static void play(CalculatorServer.Ask start) {
        CalculatorServer.Ask ask = start;
        while (true) {
            CalculatorServer.Ask.Received received = ask.receive();
            if (received instanceof CalculatorServer.Add add) {
                CalculatorServer.Ask next = add.sum(add.x()); // [state-dropped]
                if (add.x() == 0) {
                    break;
                }
                ask = next;
            } else {
                break;
            }
        }
    }
}
