package demo;

class ForgottenInAVariable {
    static void play(CalculatorClient.Ask ask) {
        CalculatorClient.Sum sum = ask.add(1, 2).receive(); // [state-dropped]
        System.out.println(sum.value());
    }
}
