package dev.parley.sessions;

import java.io.Serial;

/** Something was asked for that the manager's options do not allow. */
public final class FeatureDisabledException extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1;

    private FeatureDisabledException(String option) {
        super("This session manager was opened without " + option + ". Open it with ManagerOptions." + option
                + "(true) to allow that.");
    }

    static void check(boolean allowed, String option) {
        if (!allowed) {
            throw new FeatureDisabledException(option);
        }
    }
}
