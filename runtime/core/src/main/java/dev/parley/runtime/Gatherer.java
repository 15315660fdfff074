package dev.parley.runtime;

/**
 * Takes the messages that are gathered from the members of a family, one by one.
 *
 * @param <M> the message
 * @param <X> what it may throw
 */
@FunctionalInterface
public interface Gatherer<M, X extends Exception> {

    /**
     * Takes a message.
     *
     * @param member the index of the member that has sent it
     * @param message the message, which can be read until this returns
     * @throws X if gathering shall not go on now
     */
    void take(int member, M message) throws X;
}
