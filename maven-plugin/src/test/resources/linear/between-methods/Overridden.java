package demo;

class Overridden {
    interface Player {
        void play(CalculatorClient.Ask ask);
    }

    record Polite(String word) implements Player {
        @Override
        public void play(CalculatorClient.Ask ask) {
            ask.bye();
        }
    }

    record Curious(int number) implements Player {
        @Override
        public void play(CalculatorClient.Ask ask) {
            ask.add(number, number).receive().bye();
        }
    }

    static void play(CalculatorSession session, Player player) {
        player.play(session.client());
    }
}
