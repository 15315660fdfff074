package dev.parley.sessions.random;

import static org.assertj.core.api.Assertions.fail;

import dev.parley.sessions.model.LimitReachedException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** What stands against an operation. Where several things do, it is refused for any of them. */
final class Rule {
    private final Set<String> refusals = new TreeSet<>();
    private Runnable toldOfLimit = () -> {};

    /** It is refused by this exception, if the condition holds. */
    Rule no(Class<? extends Exception> refusal, boolean condition) {
        if (condition) {
            refusals.add(refusal.getSimpleName());
        }
        return this;
    }

    /** It is refused because of a limit, of which an event tells. */
    Rule limit(boolean reached, Runnable told) {
        if (reached) {
            toldOfLimit = told;
        }
        return no(LimitReachedException.class, reached);
    }

    /** Returns whether nothing stands against it. */
    boolean isFree() {
        return refusals.isEmpty();
    }

    /** Does the operation, and returns what came of it; null if it was refused, as it should be. */
    <R> @Nullable R attempt(Callable<R> operation) {
        R result;
        try {
            result = operation.call();
        } catch (Exception e) {
            if (!refusals.contains(e.getClass().getSimpleName())) {
                throw new AssertionError("refused by " + e + ", and not by one of " + refusals, e);
            }
            if (e instanceof LimitReachedException) {
                toldOfLimit.run();
            }
            return null;
        }
        if (!refusals.isEmpty()) {
            fail("done, and not refused by one of " + refusals);
        }
        return result;
    }

    /** Does the operation, and returns whether that was done. */
    boolean allows(Doing operation) {
        Boolean done = attempt(() -> {
            operation.now();
            return true;
        });
        return done != null;
    }

    /** What returns nothing. */
    @FunctionalInterface
    interface Doing {
        void now() throws Exception;
    }
}
