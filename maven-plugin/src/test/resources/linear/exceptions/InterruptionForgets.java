package demo;

class InterruptionForgets {
    static void play(CalculatorClient.Ask ask) {
        CalculatorClient.Reply reply = ask.add(1, 2); // [state-dropped]
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        reply.receive().bye();
    }
}
