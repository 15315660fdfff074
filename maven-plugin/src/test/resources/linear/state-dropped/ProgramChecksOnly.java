package demo;

import java.util.Objects;

class ProgramChecksOnly {
    static void byReference() {
        CalculatorSession.run(Objects::requireNonNull, Peers::serve); // [state-dropped]
    }

    static void byLambda() {
        CalculatorSession.run(client -> Objects.requireNonNull(client), Peers::serve); // [state-dropped]
    }

    static void byMethod() {
        CalculatorSession.run(ProgramChecksOnly::check, Peers::serve);
    }

    private static void check(CalculatorClient.Ask ask) {
        Objects.requireNonNull(ask); // [state-dropped]
    }
}
