package demo;

import dev.parley.annotation.Borrows;

class ImplementationBorrows {
    interface Watcher {
        void watch(@Borrows CalculatorServer.Add add);
    }

    record Printer(String prefix) implements Watcher {
        @Override
        public void watch(CalculatorServer.Add add) {
            System.out.println(prefix + add.x());
        }
    }

    record Answerer(int answer) implements Watcher {
        @Override
        public void watch(CalculatorServer.Add add) {
            add.sum(answer).receive(); // [state-used-twice]
        }
    }
}
