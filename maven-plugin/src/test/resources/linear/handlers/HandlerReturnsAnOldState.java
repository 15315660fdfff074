package demo;

class HandlerReturnsAnOldState implements CalculatorClient.Handler {
    @Override
    public Next start(CalculatorClient.Ask ask) {
        CalculatorClient.Reply reply = ask.add(1, 2);
        CalculatorClient.Sum sum = reply.tryReceive();
        if (sum != null) {
            sum.bye();
        }
        return reply; // [state-used-twice]
    }

    @Override
    public Next sum(CalculatorClient.Sum sum) {
        return sum.bye();
    }
}
