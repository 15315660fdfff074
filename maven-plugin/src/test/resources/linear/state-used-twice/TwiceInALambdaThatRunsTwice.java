package demo;

class TwiceInALambdaThatRunsTwice {
    static void play(CalculatorClient.Ask ask) {
        Runnable leave = () -> ask.bye();
        leave.run();
        leave.run(); // [state-used-twice]
    }
}
