package dev.parley.sessions.conversation;

/**
 * Speaks for a role: takes the steps that the protocol has for a text, from the state that the text before has led to.
 *
 * @param <T> the type of the states in which the role is spoken to
 */
@FunctionalInterface
public interface Speaker<T> {

    /**
     * Says something in a state. If it fails, what is said next is said in the same state.
     *
     * @param state where the role is
     * @param text what is said
     * @return what was answered, and where the role is now
     * @throws Exception if it cannot be said or answered
     */
    Said<T> say(T state, String text) throws Exception;
}
