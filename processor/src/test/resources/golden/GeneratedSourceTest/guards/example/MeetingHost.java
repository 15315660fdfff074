package example;

import dev.parley.runtime.CanIgnoreReturnValue;
import dev.parley.runtime.CheckReturnValue;
import dev.parley.runtime.EventEndpoint;
import dev.parley.runtime.NextState;
import dev.parley.runtime.Place;
import dev.parley.runtime.Reactor;
import dev.parley.runtime.Resumption;
import dev.parley.runtime.Seat;
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
        return Core.of(session, null).enterPlanning();
    }

    /**
     * Takes the role over from its start on.
     */
    public static Planning sit(Seat<Meeting.Host> seat) {
        return Core.of(seat.take(MeetingSession.SPEC, 1, Planning.STATE), null).enterPlanning();
    }

    /**
     * Takes the role over at the start of {@code Planning}.
     */
    public static Planning sitAtPlanning(Seat.At<Meeting.Host, Meeting.Planning> seat) {
        return Core.of(seat.take(MeetingSession.SPEC, 1, Planning.STATE), null).enterPlanning();
    }

    /**
     * Takes the role's place in a session in the state that it had.
     */
    static Resumed resume(Session session) {
        Resumption from = session.resume(1);
        Core core = Core.of(session, null);
        core.state = from.state();
        return switch (from.step()) {
            case 0, 2, 4 -> core.enterPlanning();
            default -> core.end(3);
        };
    }

    /**
     * Takes the role's place in a session, and lets a handler play it.
     */
    static void enter(Session session, Reactor reactor, Handler handler) {
        Core core = Core.of(session, reactor);
        core.play(handler, new Core.Beginning(core));
    }

    /**
     * Plays the role by events: a method is called for each message that comes, and returns the state in which the role
     * waits for the next one. A {@link Reactor} calls them, all in one thread; they must not wait for anything.
     */
    public interface Handler {
        /**
         * The session has begun.
         */
        Ended start(Planning planning) throws Exception;

        /**
         * What methods of a handler return: a state that waits for a message, or the role's end.
         */
        abstract class Next extends NextState<Handler> {
            private Next() {
            }
        }
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
        @CanIgnoreReturnValue
        public Ended close() {
            core.check(STATE);
            core.laneToGuest.send(3L << 32);
            core.laneToWaiter.send(2L << 32);
            return core.end(3);
        }

        /**
         * Makes a seat of this state: whoever sits down on it plays the role from its start on.
         */
        @CheckReturnValue
        public Seat<Meeting.Host> toSeat() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat<>(core);
        }

        /**
         * Makes a seat of this state: whoever sits down on it plays the role at the start of {@code Planning}.
         */
        @CheckReturnValue
        public Seat.At<Meeting.Host, Meeting.Planning> toSeatAtPlanning() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat.At<>(core);
        }
    }

    /**
     * The session is over for Host: nothing is left to do, and nothing will come.
     */
    public static final class Ended extends Handler.Next implements Resumed {
        private final Core core;

        private Ended(Core core) {
            this.core = core;
        }

        @Override
        protected boolean isStateOf(EventEndpoint<Handler> role) {
            return core == role;
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
    private static class Core extends EventEndpoint<Handler> {
        private int state;

        private final OutLane laneToGuest;

        private final OutLane laneToWaiter;

        private Core(Place place, Reactor reactor) {
            super(place, 1, reactor);
            laneToGuest = out(0);
            laneToWaiter = out(1);
        }

        private static Core of(Place place, Reactor reactor) {
            return place.session().isSameThread() ? new Core(place, reactor) : new Padded(place, reactor);
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

        private Ended end(int last) {
            state = last;
            finish();
            return new Ended(this);
        }

        private Planning enterPlanning() {
            state = Planning.STATE;
            return new Planning(this);
        }

        /**
         * A core with which another thread's work shares no cache line.
         */
        @SuppressWarnings("unused")
        private static final class Padded extends Core {
            long padding0;

            long padding1;

            long padding2;

            long padding3;

            long padding4;

            long padding5;

            long padding6;

            long padding7;

            long padding8;

            long padding9;

            long padding10;

            long padding11;

            long padding12;

            long padding13;

            long padding14;

            long padding15;

            private Padded(Place place, Reactor reactor) {
                super(place, reactor);
            }
        }

        /**
         * Where the role stands before its handler has started it.
         */
        private static final class Beginning extends Handler.Next {
            private final Core core;

            private Beginning(Core core) {
                this.core = core;
            }

            @Override
            protected Handler.Next handle(Handler handler) throws Exception {
                return core.reached(handler.start(core.enterPlanning()));
            }

            @Override
            protected boolean isStateOf(EventEndpoint<Handler> role) {
                return false;
            }
        }
    }
}
