package demo;

class MethodReferenceDoesNothing {
    static void run() {
        CalculatorSession.run(MethodReferenceDoesNothing::play, Peers::serve);
    }

    static void play(CalculatorClient.Ask ask) {
        System.out.println(ask); // [state-dropped]
    }
}
