package demo;

import java.util.List;

class ValuesCaptured {
    static int play(CalculatorServer.Add add, List<Integer> numbers) {
        int count = (int) numbers.stream().filter(number -> number > add.x()).count();
        finish(add.sum(count));
        return count;
    }

    static void finish(CalculatorServer.Ask ask) {
        while (ask.receive() instanceof CalculatorServer.Add add) {
            ask = add.sum(0);
        }
    }
}
