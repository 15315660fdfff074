package demo;

class HandlerChooses implements CalculatorClient.Handler {
    private int left = 10;

    @Override
    public Next start(CalculatorClient.Ask ask) {
        return next(ask);
    }

    @Override
    public Next sum(CalculatorClient.Sum sum) {
        System.out.println(sum.value());
        return next(sum);
    }

    private Next next(CalculatorClient.Ask ask) {
        return left-- > 0 ? ask.add(left, 1) : ask.bye();
    }
}
