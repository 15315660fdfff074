package demo;

class HelperPolls {
    static void play(CalculatorClient.Reply reply) {
        CalculatorClient.Sum sum = poll(reply);
        while (sum == null) {
            Thread.onSpinWait();
            sum = poll(reply);
        }
        sum.bye();
    }

    private static CalculatorClient.Sum poll(CalculatorClient.Reply reply) {
        return reply.tryReceive();
    }
}
