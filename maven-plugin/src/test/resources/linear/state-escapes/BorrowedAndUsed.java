package demo;

import dev.parley.annotation.Borrows;

class BorrowedAndUsed {
    static void watch(@Borrows CalculatorClient.Ask ask) {
        ask.bye(); // [state-used-twice]
    }
}
