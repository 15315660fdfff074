package demo;

class UsedOnceInALambda {
    static void play(CalculatorClient.Ask ask) {
        Runnable leave = () -> ask.bye();
        leave.run();
    }
}
