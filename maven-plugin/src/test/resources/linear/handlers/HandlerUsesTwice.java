package demo;

class HandlerUsesTwice implements CalculatorServer.Handler {
    @Override
    public CalculatorServer.Ask add(CalculatorServer.Add add) {
        add.sum(add.x());
        return add.sum(add.y()); // [state-used-twice]
    }

    @Override
    public void bye(CalculatorServer.Bye bye) {}
}
