package demo;

class FinallyReturns {
    @SuppressWarnings("finally")
    static int play(CalculatorClient.Ask ask, String number) {
        CalculatorClient.Reply reply = ask.add(1, 2); // [state-dropped]
        try {
            int parsed = Integer.parseInt(number);
            reply.receive().bye();
            return parsed;
        } finally {
            return 0;
        }
    }
}
