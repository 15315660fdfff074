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
import dev.parley.runtime.buffer.InLane;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * The role Guest of {@link Meeting}: a type for each of its states and for each message that it receives.
 *
 * <pre>{@code
 * Planning
 *     -- invite(String) from Host --> Invite
 *     -- remind() from Host --> Remind
 *     -- close() from Host --> Close
 * }</pre>
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class MeetingGuest {
    private MeetingGuest() {
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
    public static Planning sit(Seat<Meeting.Guest> seat) {
        return Core.of(seat.take(MeetingSession.SPEC, 0, Planning.STATE), null).enterPlanning();
    }

    /**
     * Takes the role over at the start of {@code Planning}.
     */
    public static Planning sitAtPlanning(Seat.At<Meeting.Guest, Meeting.Planning> seat) {
        return Core.of(seat.take(MeetingSession.SPEC, 0, Planning.STATE), null).enterPlanning();
    }

    /**
     * Takes the role's place in a session in the state that it had.
     */
    static Resumed resume(Session session) {
        Resumption from = session.resume(0);
        Core core = Core.of(session, null);
        core.state = from.state();
        InLane message = from.message();
        return switch (from.step()) {
            case 0 -> core.enterPlanning();
            case 1 -> core.viewOfInvite().take(message, message.poll());
            case 2 -> core.viewOfRemind().take(message, message.poll());
            case 3 -> new Close(core).take(message, message.poll());
            default -> throw from.unknown();
        };
    }

    /**
     * Takes the role's place in a session, and lets a handler play it.
     */
    static void enter(Session session, Reactor reactor, Handler handler) {
        Core core = Core.of(session, reactor);
        core.play(handler, core.enterPlanning());
    }

    /**
     * Plays the role by events: a method is called for each message that comes, and returns the state in which the role
     * waits for the next one. A {@link Reactor} calls them, all in one thread; they must not wait for anything.
     */
    public interface Handler {
        /**
         * {@code invite(String)} has arrived.
         */
        Planning invite(Invite invite) throws Exception;

        /**
         * {@code remind()} has arrived.
         */
        Planning remind(Remind remind) throws Exception;

        /**
         * {@code close()} has arrived.
         */
        void close(Close close) throws Exception;

        /**
         * What methods of a handler return: a state that waits for a message, or the role's end.
         */
        abstract class Next extends NextState<Handler> {
            private Next() {
            }
        }
    }

    /**
     * Guest receives one of several messages.
     *
     * <pre>{@code
     * (start) -->
     * Planning -- invite(String) from Host -->
     * Planning -- remind() from Host -->
     *     Planning
     *         -- invite(String) from Host --> Invite
     *         -- remind() from Host --> Remind
     *         -- close() from Host --> Close
     * }</pre>
     */
    @CheckReturnValue
    public static sealed class Planning extends Handler.Next implements Resumed permits Invite, Remind {
        private static final int STATE = 0;

        final Core core;

        private Planning(Core core) {
            this.core = core;
        }

        /**
         * Waits for the next message.
         */
        public Received receive() {
            Received received = tryReceive();
            return received != null ? received : await(core);
        }

        private Received await(Core waiting) {
            Received received;
            do {
                waiting.pause();
                received = tryReceive();
            } while (received == null);
            waiting.resume();
            return received;
        }

        /**
         * Waits for the next message until the timeout has passed.
         */
        public Received receive(Duration timeout) throws TimeoutException {
            long deadline = core.deadline(timeout);
            Received received = tryReceive();
            while (received == null) {
                core.pause(deadline);
                received = tryReceive();
            }
            core.resume();
            return received;
        }

        /**
         * Returns the next message, or null if there is none yet.
         */
        public @Nullable Received tryReceive() {
            core.check(STATE);
            InLane lane = core.laneFromHost;
            long header = lane.poll();
            if (header <= 0) {
                // Neither InLane.EMPTY nor InLane.CLOSED is positive.
                return null;
            }
            return switch ((int) (header >>> 32)) {
                case 1 -> core.viewOfInvite().take(lane, header);
                case 2 -> core.viewOfRemind().take(lane, header);
                case 3 -> new Close(core).take(lane, header);
                default -> throw core.unexpected(header);
            };
        }

        @Override
        protected Handler. @Nullable Next handle(Handler handler) throws Exception {
            Received received = tryReceive();
            if (received == null) {
                return null;
            }
            return switch (core.message) {
                case Invite.MESSAGE -> core.reached(handler.invite((Invite) received));
                case Remind.MESSAGE -> core.reached(handler.remind((Remind) received));
                default -> {
                    handler.close((Close) received);
                    yield new Ended(core);
                }
            };
        }

        @Override
        protected boolean isStateOf(EventEndpoint<Handler> role) {
            return core == role && core.state == STATE;
        }

        /**
         * Makes a seat of this state: whoever sits down on it plays the role from its start on.
         */
        @CheckReturnValue
        public Seat<Meeting.Guest> toSeat() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat<>(core);
        }

        /**
         * Makes a seat of this state: whoever sits down on it plays the role at the start of {@code Planning}.
         */
        @CheckReturnValue
        public Seat.At<Meeting.Guest, Meeting.Planning> toSeatAtPlanning() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat.At<>(core);
        }

        /**
         * What may arrive in {@link Planning}.
         */
        public sealed interface Received permits Invite, Remind, Close {
            /**
             * Applies the function for what this is, and returns its result.
             */
            @CanIgnoreReturnValue
            default <R extends @Nullable Object, X extends Exception> R match(
                    Case<Invite, R, X> invite, Case<Remind, R, X> remind, Case<Close, R, X> close)
                    throws X {
                if (this instanceof Invite message) {
                    return invite.apply(message);
                }
                if (this instanceof Remind message) {
                    return remind.apply(message);
                }
                return close.apply((Close) this);
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
    }

    /**
     * The message {@code invite(String)}. {@link Planning} comes next.
     *
     * <pre>{@code
     * Planning -- invite(String) from Host -->
     *     Invite --> Planning
     * }</pre>
     */
    @CheckReturnValue
    @SuppressWarnings("overloads")
    public static final class Invite extends Planning implements Planning.Received, Resumed {
        private static final int MESSAGE = 1;

        private Invite(Core core) {
            super(core);
        }

        public String what() {
            core.checkReadable(MESSAGE, "Invite");
            return (String) core.reference0;
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy(what());
        }

        private Invite take(InLane lane, long header) {
            core.reference0 = lane.reference(0);
            lane.advance();
            core.message = MESSAGE;
            return this;
        }

        /**
         * The values of {@link Invite}.
         */
        public record Copy(String what) {
        }
    }

    /**
     * The message {@code remind()}. {@link Planning} comes next.
     *
     * <pre>{@code
     * Planning -- remind() from Host -->
     *     Remind --> Planning
     * }</pre>
     */
    @CheckReturnValue
    @SuppressWarnings("overloads")
    public static final class Remind extends Planning implements Planning.Received, Resumed {
        private static final int MESSAGE = 2;

        private Remind(Core core) {
            super(core);
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy();
        }

        private Remind take(InLane lane, long header) {
            core.reference0 = null;
            lane.advance();
            core.message = MESSAGE;
            return this;
        }

        /**
         * The values of {@link Remind}.
         */
        public record Copy() {
        }
    }

    /**
     * The message {@code close()}. Nothing is left to do after it.
     *
     * <pre>{@code
     * Planning -- close() from Host -->
     *     Close --> end
     * }</pre>
     */
    @CheckReturnValue
    @SuppressWarnings("overloads")
    public static final class Close implements Planning.Received, Resumed {
        private static final int MESSAGE = 3;

        private static final int STATE = 1;

        private final Core core;

        private Close(Core core) {
            this.core = core;
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy();
        }

        private Close take(InLane lane, long header) {
            core.reference0 = null;
            lane.advance();
            core.message = MESSAGE;
            core.end(STATE);
            return this;
        }

        /**
         * The values of {@link Close}.
         */
        public record Copy() {
        }
    }

    /**
     * The session is over for Guest: nothing is left to do, and nothing will come.
     */
    public static final class Ended extends Handler.Next {
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
     * Where Guest may stand when a session is reopened.
     */
    public sealed interface Resumed permits Planning, Invite, Remind, Close {
        /**
         * Applies the function for what this is, and returns its result.
         */
        @CanIgnoreReturnValue
        default <R extends @Nullable Object, X extends Exception> R match(
                Case<Planning, R, X> planning, Case<Invite, R, X> invite, Case<Remind, R, X> remind,
                Case<Close, R, X> close) throws X {
            if (this instanceof Invite message) {
                return invite.apply(message);
            }
            if (this instanceof Remind message) {
                return remind.apply(message);
            }
            if (this instanceof Close message) {
                return close.apply(message);
            }
            return planning.apply((Planning) this);
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

        private int message;

        private Object reference0;

        private final InLane laneFromHost;

        private Invite invite;

        private Remind remind;

        private Core(Place place, Reactor reactor) {
            super(place, 0, reactor);
            laneFromHost = in(0);
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

        private void checkReadable(int expected, String name) {
            if (message != expected) {
                throw gone(name);
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

        private Invite viewOfInvite() {
            Invite view = invite;
            if (view == null) {
                view = new Invite(this);
                invite = view;
            }
            return view;
        }

        private Remind viewOfRemind() {
            Remind view = remind;
            if (view == null) {
                view = new Remind(this);
                remind = view;
            }
            return view;
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
    }
}
