package demo;

class HandlerReturnsNull implements CalculatorServer.Handler {
    @Override
    public CalculatorServer.Ask add(CalculatorServer.Add add) {
        if (add.x() == 0) { // [state-dropped]
            return null;
        }
        return add.sum((long) add.x() + add.y());
    }

    @Override
    public void bye(CalculatorServer.Bye bye) {}
}
