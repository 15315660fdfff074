package demo;

class PassedToAnArrayOfArguments {
    static void play(CalculatorClient.Ask ask) {
        System.out.println(String.format("%s", ask)); // [state-escapes]
    }
}
