package example;

import dev.parley.runtime.CanIgnoreReturnValue;
import dev.parley.runtime.CheckReturnValue;
import dev.parley.runtime.Endpoint;
import dev.parley.runtime.Resumption;
import dev.parley.runtime.Session;
import dev.parley.runtime.buffer.OutLane;
import dev.parley.runtime.effect.EffectDeniedException;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * The role Host of {@link Meeting}: a type for each of its states and for each message that it receives.
 *
 * <pre>{@code
 * Planning
 *     -- invite(String) to Guest and Waiter --> Planning
 *     -- remind() to Guest --> Planning
 *     -- close() to Guest and Waiter --> end
 * }</pre>
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class MeetingHost {
    private MeetingHost() {
    }

    /**
     * Takes the role's place in a session.
     */
    static Planning enter(Session session) {
        return new Core(session).enterPlanning();
    }

    /**
     * Takes the role's place in a session in the state that it had.
     */
    static Resumed resume(Session session) {
        Resumption from = session.resume(1);
        Core core = new Core(session);
        core.state = from.state();
        return switch (from.step()) {
            case 0, 2, 4 -> core.enterPlanning();
            default -> core.ended();
        };
    }

    /**
     * Host sends one of several messages.
     *
     * <pre>{@code
     * (start) -->
     * Planning -- invite(String) to Guest and Waiter -->
     * Planning -- remind() to Guest -->
     *     Planning
     *         -- invite(String) to Guest and Waiter --> Planning
     *         -- remind() to Guest --> Planning
     *         -- close() to Guest and Waiter --> end
     * }</pre>
     */
    @CheckReturnValue
    public static final class Planning implements Resumed {
        private static final int STATE = 0;

        private final Core core;

        private Planning(Core core) {
            this.core = core;
        }

        /**
         * Sends {@code invite(String)} to Guest and Waiter.
         * It needs session:create and costs 100 and records invited.
         *
         * @throws EffectDeniedException if that cannot be had; then nothing has happened, and this state is not used
         */
        @CheckReturnValue
        public Planning invite(String what) throws EffectDeniedException {
            core.check(STATE);
            core.guard(0);
            OutLane lane = core.laneToGuest;
            if (lane.claim()) {
                lane.reference(0, what);
                lane.publish(1L << 32);
            }
            lane = core.laneToWaiter;
            if (lane.claim()) {
                lane.reference(0, what);
                lane.publish(1L << 32);
            }
            return this;
        }

        /**
         * Sends {@code remind()} to Guest.
         * It costs 10.
         *
         * @throws EffectDeniedException if that cannot be had; then nothing has happened, and this state is not used
         */
        @CheckReturnValue
        public Planning remind() throws EffectDeniedException {
            core.check(STATE);
            core.guard(1);
            core.laneToGuest.send(2L << 32);
            return this;
        }

        /**
         * Sends {@code close()} to Guest and Waiter.
         */
        public void close() {
            core.check(STATE);
            core.laneToGuest.send(3L << 32);
            core.laneToWaiter.send(2L << 32);
            core.end(3);
        }
    }

    /**
     * Host has sent its last message, and nothing is left to do.
     */
    public static final class Ended implements Resumed {
        private Ended() {
        }
    }

    /**
     * Where Host may stand when a session is reopened.
     */
    public sealed interface Resumed permits Planning, Ended {
        /**
         * Applies the function for what this is, and returns its result.
         */
        @CanIgnoreReturnValue
        default <R extends @Nullable Object, X extends Exception> R match(
                Case<Planning, R, X> planning, Case<Ended, R, X> ended) throws X {
            if (this instanceof Planning message) {
                return planning.apply(message);
            }
            return ended.apply((Ended) this);
        }

        /**
         * What to do with one of the messages.
         *
         * @param <M> the message
         * @param <R> the result
         * @param <X> what may be thrown
         */
        @FunctionalInterface
        interface Case<M, R extends @Nullable Object, X extends Exception> {
            /**
             * Goes on with the message.
             */
            R apply(M message) throws X;
        }
    }

    /**
     * What the states share. The types above are views over the one object of this class.
     */
    @NullUnmarked
    private static final class Core extends Endpoint {
        private int state;

        private final OutLane laneToGuest;

        private final OutLane laneToWaiter;

        private Core(Session session) {
            super(session, 1);
            laneToGuest = out(0);
            laneToWaiter = out(1);
        }

        @Override
        protected int state() {
            return state;
        }

        private void check(int expected) {
            if (state != expected) {
                throw used(expected);
            }
        }

        private void end(int last) {
            state = last;
            finish();
        }

        private Ended ended() {
            end(3);
            return new Ended();
        }

        private Planning enterPlanning() {
            state = Planning.STATE;
            return new Planning(this);
        }
    }
}
