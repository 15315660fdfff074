package demo;

class HandlerInherits {
    abstract static class Adding implements CalculatorServer.Handler {
        @Override
        public CalculatorServer.Ask add(CalculatorServer.Add add) {
            return add.sum((long) add.x() + add.y());
        }
    }

    static class Logging extends Adding {
        @Override
        public CalculatorServer.Ask add(CalculatorServer.Add add) {
            System.out.println(add.copy());
            return super.add(add);
        }

        @Override
        public void bye(CalculatorServer.Bye bye) {
            System.out.println(bye);
        }
    }
}
