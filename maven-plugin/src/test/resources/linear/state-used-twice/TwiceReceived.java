package demo;

class TwiceReceived {
    static void play(CalculatorServer.Ask ask) {
        CalculatorServer.Ask.Received first = ask.receive();
        CalculatorServer.Ask.Received second = ask.receive(); // [state-used-twice]
        while (first instanceof CalculatorServer.Add add) {
            first = add.sum(1).receive();
        }
        while (second instanceof CalculatorServer.Add add) {
            second = add.sum(1).receive();
        }
    }
}
