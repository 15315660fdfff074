package dev.parley.testing;

import java.io.Serial;

/** A role crashed because its {@linkplain Simulation#crash simulation} says so. */
public final class SimulatedCrashException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    SimulatedCrashException(String role, int action) {
        super(role + " crashed in place of its action " + action + ", as the simulation says.");
    }
}
