package dev.parley.runtime;

import java.io.Serial;

/**
 * A role chose too late: the alternative with the timeout had been taken for it. The message names the method to go on with: it returns
 * the next state, and sends nothing any more.
 */
public final class ChoiceTimedOutException extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1;

    ChoiceTimedOutException(String message) {
        super(message);
    }
}
