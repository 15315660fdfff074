package demo;

class HelperReturnsTheSameTwice {
    static void play(CalculatorClient.Ask ask) {
        noted(ask).bye();
        ask.bye(); // [state-used-twice]
    }

    private static CalculatorClient.Ask noted(CalculatorClient.Ask ask) {
        System.out.println("asking");
        return ask;
    }
}
