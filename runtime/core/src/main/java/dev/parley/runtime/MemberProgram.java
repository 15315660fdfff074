package dev.parley.runtime;

/**
 * What each member of a family does in a session, from its first state to an end of the protocol or to where it leaves.
 *
 * @param <S> the type of a member's first state
 * @param <X> what it may throw
 */
@FunctionalInterface
public interface MemberProgram<S, X extends Exception> {

    /**
     * Plays one member.
     *
     * @param member its index, from 0
     * @param start its first state
     * @throws X if the member fails; the session is faulted with it
     */
    void play(int member, S start) throws X;
}
