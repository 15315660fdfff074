package demo;

class HandlerAnswers implements CalculatorServer.Handler {
    @Override
    public CalculatorServer.Ask add(CalculatorServer.Add add) {
        return add.sum((long) add.x() + add.y());
    }

    @Override
    public void bye(CalculatorServer.Bye bye) {}
}
