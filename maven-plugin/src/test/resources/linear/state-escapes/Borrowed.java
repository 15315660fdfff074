package demo;

import dev.parley.annotation.Borrows;

class Borrowed {
    interface Watcher {
        void watch(@Borrows CalculatorClient.Ask ask);
    }

    static void play(CalculatorClient.Ask ask, Watcher watcher) {
        watcher.watch(ask);
        ask.bye();
    }
}
