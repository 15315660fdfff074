package example;

import dev.parley.runtime.CheckReturnValue;
import dev.parley.runtime.Endpoint;
import dev.parley.runtime.Session;
import dev.parley.runtime.buffer.OutLane;
import dev.parley.runtime.effect.EffectDeniedException;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullUnmarked;

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
    public static final class Planning {
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

        private Planning enterPlanning() {
            state = Planning.STATE;
            return new Planning(this);
        }
    }
}
