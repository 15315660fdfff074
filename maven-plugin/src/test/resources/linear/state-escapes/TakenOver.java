package demo;

import dev.parley.annotation.TakesOver;

class TakenOver {
    interface Player {
        void play(@TakesOver CalculatorClient.Ask ask);
    }

    static void play(CalculatorClient.Ask ask, Player player) {
        player.play(ask);
    }
}
