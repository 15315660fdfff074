package demo;

class PassedByReflection {
    static void play(CalculatorClient.Ask ask) throws Exception {
        CalculatorClient.Ask.class.getMethod("bye").invoke(ask); // [state-escapes]
    }
}
