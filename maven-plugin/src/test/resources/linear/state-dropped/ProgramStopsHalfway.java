package demo;

class ProgramStopsHalfway {
    static void run() {
        CalculatorSession.run(
                client -> {
                    long value = client.add(1, 2).receive().value(); // [state-dropped]
                    System.out.println(value);
                },
                Server::serve);
    }

    static class Server {
        static void serve(CalculatorServer.Ask ask) {
            while (ask.receive() instanceof CalculatorServer.Add add) {
                ask = add.sum(add.x());
            }
        }
    }
}
