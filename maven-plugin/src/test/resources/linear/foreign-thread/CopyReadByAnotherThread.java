package demo;

import java.util.concurrent.ExecutorService;

class CopyReadByAnotherThread {
    static CalculatorServer.Ask play(CalculatorServer.Add add, ExecutorService executor) {
        CalculatorServer.Add.Copy copy = add.copy();
        executor.execute(() -> System.out.println(copy.x()));
        return add.sum(copy.y());
    }
}
