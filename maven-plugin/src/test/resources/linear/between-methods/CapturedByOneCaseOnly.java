package demo;

class CapturedByOneCaseOnly {
    static void play(DealBuyer.Payment payment, CalculatorServer.Ask server, CalculatorClient.Ask ask) {
        payment.pay(1); // [state-dropped]
        server.receive().match(
                add -> { Peers.serve(add.sum(1)); ask.bye(); return true; },
                bye -> false);
    }
}
