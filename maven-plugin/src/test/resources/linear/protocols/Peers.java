package demo;

/** Right programs for the roles that an example is not about. */
public final class Peers {

    private Peers() {}

    public static void serve(CalculatorServer.Ask ask) {
        while (ask.receive() instanceof CalculatorServer.Add add) {
            ask = add.sum((long) add.x() + add.y());
        }
    }

    public static void ask(CalculatorClient.Ask ask) {
        ask.add(1, 2).receive().bye();
    }
}
