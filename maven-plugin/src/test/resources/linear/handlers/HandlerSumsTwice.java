package demo;

class HandlerSumsTwice {
    abstract static class Adding implements CalculatorServer.Handler {
        @Override
        public CalculatorServer.Ask add(CalculatorServer.Add add) {
            return add.sum((long) add.x() + add.y());
        }
    }

    static class Doubling extends Adding {
        @Override
        public CalculatorServer.Ask add(CalculatorServer.Add add) {
            CalculatorServer.Ask next = super.add(add);
            return add.y() == 0 ? add.sum(0) : next; // [state-used-twice]
        }

        @Override
        public void bye(CalculatorServer.Bye bye) {}
    }
}
