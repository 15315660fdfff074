package demo;

class ValuesAreReadAfterTheReply {
    static void play(CalculatorServer.Add add) {
        CalculatorServer.Ask ask = add.sum(add.x() + add.y());
        System.out.println(add.x() + " + " + add.y() + " in " + add);
        CalculatorServer.Ask.Received received = ask.receive();
        while (received instanceof CalculatorServer.Add next) {
            received = next.sum(0).receive();
        }
    }
}
