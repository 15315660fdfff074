package demo;

class HandlerForgetsTheNext implements CalculatorServer.Handler {
    @Override
    public CalculatorServer.Ask add(CalculatorServer.Add add) {
        CalculatorServer.Ask next = add.sum((long) add.x() + add.y()); // [state-dropped]
        return add.x() == 0 ? null : next;
    }

    @Override
    public void bye(CalculatorServer.Bye bye) {}
}
