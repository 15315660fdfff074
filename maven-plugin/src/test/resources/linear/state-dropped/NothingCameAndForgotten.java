package demo;

class NothingCameAndForgotten {
    static void play(CalculatorClient.Ask ask) {
        CalculatorClient.Reply reply = ask.add(1, 2); // [state-dropped]
        CalculatorClient.Sum sum = reply.tryReceive();
        if (sum != null) {
            sum.bye();
        }
    }
}
