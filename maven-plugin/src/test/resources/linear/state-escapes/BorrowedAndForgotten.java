package demo;

import dev.parley.annotation.Borrows;

class BorrowedAndForgotten {
    interface Watcher {
        void watch(@Borrows CalculatorClient.Ask ask);
    }

    static void play(CalculatorSession session, Watcher watcher) {
        watcher.watch(session.client()); // [state-dropped]
    }
}
