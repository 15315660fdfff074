package demo;

import dev.parley.annotation.Borrows;

class BorrowedAndRead {
    static void watch(@Borrows CalculatorServer.Add add) {
        System.out.println(add.x() + add.y());
    }

    static CalculatorServer.Ask play(CalculatorServer.Add add) {
        watch(add);
        return add.sum(1);
    }
}
