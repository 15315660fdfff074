package demo;

class TryReceivedAndForgotten {
    static boolean play(CalculatorClient.Reply reply) {
        CalculatorClient.Sum sum = reply.tryReceive(); // [state-dropped]
        if (sum == null) {
            reply.receive().bye();
            return false;
        }
        return sum.value() > 0;
    }
}
