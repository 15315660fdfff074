package demo;

class EnteredInTheThread {
    static void play(CalculatorSession session) throws InterruptedException {
        Thread server = new Thread(() -> Peers.serve(session.server()));
        server.start();
        Peers.ask(session.client());
        server.join();
    }
}
