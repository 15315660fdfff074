package demo;

class MatchForgets {
    static void play(CalculatorSession session) {
        session.resumeClient().match(
                ask -> { ask.bye(); return null; },
                reply -> null, // [state-dropped]
                sum -> { sum.bye(); return null; },
                ended -> null);
    }
}
