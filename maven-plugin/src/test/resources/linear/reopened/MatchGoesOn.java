package demo;

class MatchGoesOn {
    static void play(CalculatorSession session) {
        session.resumeClient().match(
                ask -> { ask.bye(); return null; },
                reply -> { reply.receive().bye(); return null; },
                sum -> { sum.bye(); return sum.value(); },
                ended -> null);
    }
}
