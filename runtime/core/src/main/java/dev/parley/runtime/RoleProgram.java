package dev.parley.runtime;

/**
 * What one role does in a session, from its first state to an end of the protocol.
 *
 * @param <S> the type of the role's first state
 */
@FunctionalInterface
public interface RoleProgram<S> {

    /**
     * Plays the role.
     *
     * @param start the role's first state
     * @throws Exception if the role fails; the session is faulted with it
     */
    void play(S start) throws Exception;
}
