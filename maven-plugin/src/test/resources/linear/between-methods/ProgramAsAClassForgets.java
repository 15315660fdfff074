package demo;

import dev.parley.runtime.RoleProgram;

class ProgramAsAClassForgets {
    static class Client implements RoleProgram<CalculatorClient.Ask, RuntimeException> {
        @Override
        public void play(CalculatorClient.Ask ask) {
            System.out.println(ask); // [state-dropped]
        }
    }

    static void run() {
        CalculatorSession.run(new Client(), Peers::serve);
    }
}
