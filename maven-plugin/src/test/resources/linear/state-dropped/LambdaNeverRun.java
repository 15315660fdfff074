package demo;

class LambdaNeverRun {
    static void play(CalculatorSession session) {
        CalculatorClient.Ask ask = session.client(); // [state-dropped]
        Runnable leave = () -> ask.bye();
    }
}
