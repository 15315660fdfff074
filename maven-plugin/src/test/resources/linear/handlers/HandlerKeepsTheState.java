package demo;

class HandlerKeepsTheState implements CalculatorServer.Handler {
    private CalculatorServer.Ask earlier;

    @Override
    public CalculatorServer.Ask add(CalculatorServer.Add add) {
        if (add.x() == 0) { // [state-dropped]
            return earlier;
        }
        earlier = add.sum((long) add.x() + add.y()); // [state-escapes]
        return earlier;
    }

    @Override
    public void bye(CalculatorServer.Bye bye) {}
}
