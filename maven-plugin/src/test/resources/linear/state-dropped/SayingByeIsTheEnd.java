package demo;

class SayingByeIsTheEnd {
    static void play(CalculatorServer.Ask ask) {
        CalculatorServer.Ask.Received received = ask.receive();
        if (received instanceof CalculatorServer.Bye) {
            return;
        }
        CalculatorServer.Add add = (CalculatorServer.Add) received;
        play(add.sum(add.x()));
    }
}
