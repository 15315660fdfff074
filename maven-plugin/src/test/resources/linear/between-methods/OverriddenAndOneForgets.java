package demo;

class OverriddenAndOneForgets {
    interface Player {
        void play(CalculatorClient.Ask ask);
    }

    record Polite(String word) implements Player {
        @Override
        public void play(CalculatorClient.Ask ask) {
            ask.bye();
        }
    }

    record Rude(String word) implements Player {
        @Override
        public void play(CalculatorClient.Ask ask) {
            System.out.println(word);
        }
    }

    static void play(CalculatorSession session, Player player) {
        player.play(session.client()); // [state-dropped]
    }
}
