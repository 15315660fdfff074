package dev.parley.runtime;

/**
 * What one role does in a session, from its first state to an end of the protocol.
 *
 * @param <S> the type of the role's first state
 * @param <X> what it may throw
 */
@FunctionalInterface
public interface RoleProgram<S, X extends Exception> {

    /**
     * Plays the role.
     *
     * @param start the role's first state
     * @throws X if the role fails; the session is faulted with it
     */
    void play(S start) throws X;
}
