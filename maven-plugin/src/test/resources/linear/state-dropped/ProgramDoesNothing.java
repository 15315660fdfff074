package demo;

class ProgramDoesNothing {
    static void run() {
        CalculatorSession.run(client -> System.out.println("nothing"), Peers::serve); // [state-dropped]
    }
}
