package demo;

class BothRolesInOneThread {
    static void play(CalculatorSession session) {
        CalculatorServer.Ask server = session.server();
        CalculatorClient.Reply reply = session.client().add(1, 2);
        CalculatorServer.Ask.Received received = server.receive();
        CalculatorServer.Ask next = ((CalculatorServer.Add) received).sum(3);
        reply.receive().bye();
        next.receive().match(add -> { throw new IllegalStateException(); }, bye -> true);
    }
}
