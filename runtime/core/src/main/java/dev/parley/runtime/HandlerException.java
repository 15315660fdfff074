package dev.parley.runtime;

import java.io.Serial;

/** The handler of a role has thrown something, which is the cause, or returned what it must not. The session has failed by that. */
public final class HandlerException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    HandlerException(LocalState state, Throwable cause) {
        super(
                "The handler of " + state.role() + " has failed in " + state.name() + ", where the role "
                        + state.actions() + ": " + cause,
                cause);
    }
}
