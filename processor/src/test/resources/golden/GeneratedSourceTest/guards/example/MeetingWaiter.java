package example;

import dev.parley.runtime.CanIgnoreReturnValue;
import dev.parley.runtime.CheckReturnValue;
import dev.parley.runtime.Endpoint;
import dev.parley.runtime.Resumption;
import dev.parley.runtime.Session;
import dev.parley.runtime.buffer.InLane;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * The role Waiter of {@link Meeting}: a type for each of its states and for each message that it receives.
 *
 * <pre>{@code
 * Planning
 *     -- invite(String) from Host --> Invite
 *     -- close() from Host --> Close
 * }</pre>
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class MeetingWaiter {
    private MeetingWaiter() {
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
        Resumption from = session.resume(2);
        Core core = new Core(session);
        core.state = from.state();
        InLane message = from.message();
        return switch (from.step()) {
            case 0 -> core.enterPlanning();
            case 1 -> core.viewOfInvite().take(message, message.poll());
            case 2 -> new Close(core).take(message, message.poll());
            default -> throw from.unknown();
        };
    }

    /**
     * Waiter receives one of several messages.
     *
     * <pre>{@code
     * (start) -->
     * Planning -- invite(String) from Host -->
     *     Planning
     *         -- invite(String) from Host --> Invite
     *         -- close() from Host --> Close
     * }</pre>
     */
    @CheckReturnValue
    public static sealed class Planning implements Resumed permits Invite {
        private static final int STATE = 0;

        private final Core core;

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
                case 2 -> new Close(core).take(lane, header);
                default -> throw core.unexpected(header);
            };
        }

        /**
         * What may arrive in {@link Planning}.
         */
        public sealed interface Received permits Invite, Close {
            /**
             * Applies the function for what this is, and returns its result.
             */
            @CanIgnoreReturnValue
            default <R extends @Nullable Object, X extends Exception> R match(
                    Case<Invite, R, X> invite, Case<Close, R, X> close) throws X {
                if (this instanceof Invite message) {
                    return invite.apply(message);
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

        private final Core core;

        private Invite(Core core) {
            super(core);
            this.core = core;
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
        private static final int MESSAGE = 2;

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
     * Where Waiter may stand when a session is reopened.
     */
    public sealed interface Resumed permits Planning, Invite, Close {
        /**
         * Applies the function for what this is, and returns its result.
         */
        @CanIgnoreReturnValue
        default <R extends @Nullable Object, X extends Exception> R match(
                Case<Planning, R, X> planning, Case<Invite, R, X> invite, Case<Close, R, X> close)
                throws X {
            if (this instanceof Invite message) {
                return invite.apply(message);
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
    private static final class Core extends Endpoint {
        private int state;

        private int message;

        private Object reference0;

        private final InLane laneFromHost;

        private Invite invite;

        private Core(Session session) {
            super(session, 2);
            laneFromHost = in(1);
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

        private void end(int last) {
            state = last;
            finish();
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
    }
}
