package demo;

import dev.parley.runtime.RoleProgram;

class ProgramAsAClass {
    static class Client implements RoleProgram<CalculatorClient.Ask, RuntimeException> {
        @Override
        public void play(CalculatorClient.Ask ask) {
            ask.add(1, 2).receive().bye();
        }
    }

    static void run() {
        CalculatorSession.run(new Client(), Peers::serve);
    }
}
