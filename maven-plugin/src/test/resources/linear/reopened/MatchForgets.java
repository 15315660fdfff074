package demo;

class MatchForgets {
    static void play(CalculatorSession session) {
        session.resumeClient().match( // [state-dropped]
                ask -> { ask.bye(); return null; },
                reply -> null,
                sum -> { sum.bye(); return null; },
                ended -> null);
    }
}
