package dev.parley.sessions.conversation;

import dev.parley.annotation.TakesOver;
import java.util.Optional;

/**
 * What was answered to a text, and where the role that has said it is now.
 *
 * @param <T> the type of the states in which the role is spoken to
 */
public final class Said<T> {

    private final String answer;
    private final Optional<T> next;

    private Said(String answer, Optional<T> next) {
        this.answer = answer;
        this.next = next;
    }

    /**
     * Returns an answer after which the role can be spoken to.
     *
     * @param answer the answer
     * @param next the state in which it says the next text
     */
    public static <T> Said<T> of(String answer, @TakesOver T next) {
        return new Said<>(answer, Optional.of(next));
    }

    /**
     * Returns an answer that is the last, as the protocol is over for the role.
     *
     * @param answer the answer
     */
    public static <T> Said<T> last(String answer) {
        return new Said<>(answer, Optional.empty());
    }

    String answer() {
        return answer;
    }

    Optional<T> next() {
        return next;
    }
}
