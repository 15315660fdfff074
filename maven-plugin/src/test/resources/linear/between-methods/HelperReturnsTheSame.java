package demo;

class HelperReturnsTheSame {
    static void play(CalculatorClient.Ask ask) {
        noted(ask).bye();
    }

    private static CalculatorClient.Ask noted(CalculatorClient.Ask ask) {
        System.out.println("asking");
        return ask;
    }
}
