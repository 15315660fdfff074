package demo;

import java.util.concurrent.ExecutorService;

class ValuesReadByAnotherThread {
    static CalculatorServer.Ask play(CalculatorServer.Add add, ExecutorService executor) {
        executor.execute(() -> System.out.println(add.x())); // [foreign-thread]
        return add.sum(1);
    }
}
