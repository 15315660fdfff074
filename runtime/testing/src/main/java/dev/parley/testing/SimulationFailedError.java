package dev.parley.testing;

import java.io.Serial;

/** A {@link SimulationTest} or {@link ExplorationTest} has failed; the cause is how. Says how to run it again, and shows what happened. */
public final class SimulationFailedError extends AssertionError {

    @Serial
    private static final long serialVersionUID = 1;

    SimulationFailedError(Simulation simulation, Throwable cause) {
        super(
                cause + "\nTo run it again: " + simulation.again() + "\n" + simulation.log() + "\n\n"
                        + simulation.diagram(),
                cause);
    }
}
