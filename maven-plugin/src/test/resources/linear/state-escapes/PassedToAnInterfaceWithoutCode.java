package demo;

class PassedToAnInterfaceWithoutCode {
    interface Player {
        void play(CalculatorClient.Ask ask);
    }

    static void play(CalculatorClient.Ask ask, Player player) {
        player.play(ask); // [state-escapes]
    }
}
