package demo;

class InterruptionForgets {
    static void play(CalculatorClient.Ask ask) {
        CalculatorClient.Reply reply = ask.add(1, 2); // [state-dropped]
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        reply.receive().bye();
    }
}
