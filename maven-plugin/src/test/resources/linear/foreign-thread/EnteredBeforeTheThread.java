package demo;

class EnteredBeforeTheThread {
    static void play(CalculatorSession session) throws InterruptedException {
        CalculatorServer.Ask ask = session.server();
        Thread server = new Thread(() -> Peers.serve(ask)); // [foreign-thread]
        server.start();
        Peers.ask(session.client());
        server.join();
    }
}
