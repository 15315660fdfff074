package demo;

class UsedOnceInEachIteration {
    static void play(int sessions) {
        for (int i = 0; i < sessions; i++) {
            CalculatorSession.run(client -> client.bye(), Peers::serve);
        }
    }
}
