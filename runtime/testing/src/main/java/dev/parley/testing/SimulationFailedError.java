package dev.parley.testing;

import java.io.Serial;

/** A {@link SimulationTest} has failed; the cause is how. Names the seed, and shows what happened. */
public final class SimulationFailedError extends AssertionError {

    @Serial
    private static final long serialVersionUID = 1;

    SimulationFailedError(Simulation simulation, Throwable cause) {
        super(
                cause + "\nTo run it again: @SimulationTest(seed = " + simulation.seed()
                        + (simulation.seed() == (int) simulation.seed() ? "" : "L") + ", runs = 1)\n"
                        + simulation.log() + "\n\n" + simulation.diagram(),
                cause);
    }
}
