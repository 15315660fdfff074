package dev.parley.maven.bytecode.linear;

import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a call of a method may end. What callers know of a method is the set of its outcomes.
 *
 * @param thrown what is thrown, or null if the method returns
 * @param effects what has become of each argument, null for those that are no states
 * @param result what is returned
 */
record Outcome(@Nullable String thrown, List<@Nullable Effect> effects, Result result) {

    /** Returns whether an argument is used where the method returns something. */
    boolean usesUp(int argument, Result returned) {
        Effect effect = effects.get(argument);
        return thrown == null
                && result.equals(returned)
                && effect != null
                && (effect.status() == Token.Status.USED || effect.status() == Token.Status.LOST);
    }

    /**
     * What has become of an argument that is a state.
     *
     * @param status LIVE if it is untouched
     * @param classes what it has turned out to be
     * @param excluded whether by exclusion
     */
    record Effect(Token.Status status, SortedSet<String> classes, boolean excluded) {}

    /** What a method returns. */
    sealed interface Result {

        /** A value that holds no state. */
        record Plain(Value value) implements Result {}

        /** One of the arguments. */
        record Argument(int index) implements Result {}

        /**
         * A state that the method has made.
         *
         * @param token what is known of it
         * @param fromArgument the argument whose role it belongs to, or -1
         */
        record Made(Token token, int fromArgument) implements Result {}
    }
}
