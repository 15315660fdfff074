package demo;

class SwitchGoesOn {
    static long play(CalculatorSession session) {
        return switch (session.resumeClient()) {
            case CalculatorClient.Sum sum -> { sum.bye(); yield sum.value(); }
            case CalculatorClient.Ask ask -> { ask.bye(); yield 0; }
            case CalculatorClient.Reply reply -> { reply.receive().bye(); yield 1; }
            case CalculatorClient.Ended ended -> 2;
        };
    }
}
