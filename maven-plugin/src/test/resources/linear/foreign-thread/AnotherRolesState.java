package demo;

class AnotherRolesState {
    static void play(CalculatorSession other) {
        CalculatorClient.Ask outer = other.client();
        CalculatorSession.run( // [foreign-thread]
                client -> {
                    outer.bye();
                    client.bye();
                },
                Peers::serve);
    }
}
