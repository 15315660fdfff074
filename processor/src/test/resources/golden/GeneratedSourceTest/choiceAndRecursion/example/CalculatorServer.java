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
import dev.parley.runtime.buffer.OutLane;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * The role Server of {@link Calculator}: a type for each of its states and for each message that it receives.
 *
 * <pre>{@code
 * Ask
 *     -- add(int, int) from Client --> Add
 *     -- bye() from Client --> Bye
 * Reply
 *     -- sum(long) to Client --> Ask
 * }</pre>
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class CalculatorServer {
    private CalculatorServer() {
    }

    /**
     * Takes the role's place in a session.
     */
    static Ask enter(Session session) {
        return Core.of(session, null).enterAsk();
    }

    /**
     * Takes the role over from its start on.
     */
    public static Ask sit(Seat<Calculator.Server> seat) {
        return Core.of(seat.take(CalculatorSession.SPEC, 1, Ask.STATE), null).enterAsk();
    }

    /**
     * Takes the role over at the start of {@code Ask}.
     */
    public static Ask sitAtAsk(Seat.At<Calculator.Server, Calculator.Ask> seat) {
        return Core.of(seat.take(CalculatorSession.SPEC, 1, Ask.STATE), null).enterAsk();
    }

    /**
     * Takes the role over at the start of {@code Reply}.
     */
    public static Reply sitAtReply(Seat.At<Calculator.Server, Calculator.Reply> seat) {
        return Core.of(seat.take(CalculatorSession.SPEC, 1, Reply.STATE), null).enterReply();
    }

    /**
     * Takes the role's place in a session in the state that it had.
     */
    static Resumed resume(Session session) {
        Resumption from = session.resume(1);
        Core core = Core.of(session, null);
        core.state = from.state();
        InLane message = from.message();
        return switch (from.step()) {
            case 0, 3 -> core.enterAsk();
            case 1 -> core.viewOfAdd().take(message, message.poll());
            case 2 -> new Bye(core).take(message, message.poll());
            default -> throw from.unknown();
        };
    }

    /**
     * Takes the role's place in a session, and lets a handler play it.
     */
    static void enter(Session session, Reactor reactor, Handler handler) {
        Core core = Core.of(session, reactor);
        core.play(handler, core.enterAsk());
    }

    /**
     * Plays the role by events: a method is called for each message that comes, and returns the state in which the role
     * waits for the next one. A {@link Reactor} calls them, all in one thread; they must not wait for anything.
     */
    public interface Handler {
        /**
         * {@code add(int, int)} has arrived.
         */
        Ask add(Add add) throws Exception;

        /**
         * {@code bye()} has arrived.
         */
        void bye(Bye bye) throws Exception;

        /**
         * What methods of a handler return: a state that waits for a message, or the role's end.
         */
        abstract class Next extends NextState<Handler> {
            private Next() {
            }
        }
    }

    /**
     * Server receives one of several messages.
     *
     * <pre>{@code
     * (start) -->
     * Reply -- sum(long) to Client -->
     *     Ask
     *         -- add(int, int) from Client --> Add
     *         -- bye() from Client --> Bye
     * }</pre>
     */
    @CheckReturnValue
    public static final class Ask extends Handler.Next implements Resumed {
        private static final int STATE = 0;

        private final Core core;

        private Ask(Core core) {
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
            InLane lane = core.laneFromClient;
            long header = lane.poll();
            if (header <= 0) {
                // Neither InLane.EMPTY nor InLane.CLOSED is positive.
                return null;
            }
            return switch ((int) (header >>> 32)) {
                case 1 -> core.viewOfAdd().take(lane, header);
                case 2 -> new Bye(core).take(lane, header);
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
                case Add.MESSAGE -> core.reached(handler.add((Add) received));
                default -> {
                    handler.bye((Bye) received);
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
        public Seat<Calculator.Server> toSeat() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat<>(core);
        }

        /**
         * Makes a seat of this state: whoever sits down on it plays the role at the start of {@code Ask}.
         */
        @CheckReturnValue
        public Seat.At<Calculator.Server, Calculator.Ask> toSeatAtAsk() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat.At<>(core);
        }

        /**
         * What may arrive in {@link Ask}.
         */
        public sealed interface Received permits Add, Bye {
            /**
             * Applies the function for what this is, and returns its result.
             */
            @CanIgnoreReturnValue
            default <R extends @Nullable Object, X extends Exception> R match(Case<Add, R, X> add,
                    Case<Bye, R, X> bye) throws X {
                if (this instanceof Add message) {
                    return add.apply(message);
                }
                return bye.apply((Bye) this);
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
     * The message {@code add(int, int)}. {@link Reply} comes next.
     *
     * <pre>{@code
     * Ask -- add(int, int) from Client -->
     *     Add --> Reply
     * }</pre>
     */
    @CheckReturnValue
    @SuppressWarnings("overloads")
    public static final class Add extends Reply implements Ask.Received, Resumed {
        private static final int MESSAGE = 1;

        private static final int STATE = 1;

        private Add(Core core) {
            super(core);
        }

        public int x() {
            core.checkReadable(MESSAGE, "Add");
            return (int) core.header;
        }

        public int y() {
            core.checkReadable(MESSAGE, "Add");
            return (int) core.word1;
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy(x(), y());
        }

        private Add take(InLane lane, long header) {
            core.header = header;
            core.word1 = lane.word(1);
            lane.advance();
            core.message = MESSAGE;
            core.state = STATE;
            return this;
        }

        /**
         * The values of {@link Add}.
         */
        public record Copy(int x, int y) {
        }
    }

    /**
     * The message {@code bye()}. Nothing is left to do after it.
     *
     * <pre>{@code
     * Ask -- bye() from Client -->
     *     Bye --> end
     * }</pre>
     */
    @CheckReturnValue
    @SuppressWarnings("overloads")
    public static final class Bye implements Ask.Received, Resumed {
        private static final int MESSAGE = 2;

        private static final int STATE = 2;

        private final Core core;

        private Bye(Core core) {
            this.core = core;
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy();
        }

        private Bye take(InLane lane, long header) {
            lane.advance();
            core.message = MESSAGE;
            core.end(STATE);
            return this;
        }

        /**
         * The values of {@link Bye}.
         */
        public record Copy() {
        }
    }

    /**
     * Server sends {@code sum(long) to Client}.
     *
     * <pre>{@code
     * Ask -- add(int, int) from Client -->
     *     Reply
     *         -- sum(long) to Client --> Ask
     * }</pre>
     */
    @CheckReturnValue
    public static sealed class Reply permits Add {
        private static final int STATE = 1;

        final Core core;

        private Reply(Core core) {
            this.core = core;
        }

        /**
         * Sends {@code sum(long)} to Client.
         */
        @CheckReturnValue
        public Ask sum(long value) {
            core.check(STATE);
            OutLane lane = core.laneToClient;
            if (lane.claim()) {
                lane.word(1, value);
                lane.publish(1L << 32);
            }
            return core.enterAsk();
        }

        /**
         * Makes a seat of this state: whoever sits down on it plays the role at the start of {@code Reply}.
         */
        @CheckReturnValue
        public Seat.At<Calculator.Server, Calculator.Reply> toSeatAtReply() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat.At<>(core);
        }
    }

    /**
     * The session is over for Server: nothing is left to do, and nothing will come.
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
     * Where Server may stand when a session is reopened.
     */
    public sealed interface Resumed permits Ask, Add, Bye {
        /**
         * Applies the function for what this is, and returns its result.
         */
        @CanIgnoreReturnValue
        default <R extends @Nullable Object, X extends Exception> R match(Case<Ask, R, X> ask,
                Case<Add, R, X> add, Case<Bye, R, X> bye) throws X {
            if (this instanceof Ask message) {
                return ask.apply(message);
            }
            if (this instanceof Add message) {
                return add.apply(message);
            }
            return bye.apply((Bye) this);
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

        private long header;

        private long word1;

        private final OutLane laneToClient;

        private final InLane laneFromClient;

        private Ask ask;

        private Add add;

        private Core(Place place, Reactor reactor) {
            super(place, 1, reactor);
            laneToClient = out(1);
            laneFromClient = in(0);
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

        private Ask enterAsk() {
            state = Ask.STATE;
            Ask view = ask;
            if (view == null) {
                view = new Ask(this);
                ask = view;
            }
            return view;
        }

        private Reply enterReply() {
            state = Reply.STATE;
            return new Reply(this);
        }

        private Add viewOfAdd() {
            Add view = add;
            if (view == null) {
                view = new Add(this);
                add = view;
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
