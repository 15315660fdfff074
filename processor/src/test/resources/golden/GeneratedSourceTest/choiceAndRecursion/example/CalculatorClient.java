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
 * The role Client of {@link Calculator}: a type for each of its states and for each message that it receives.
 *
 * <pre>{@code
 * Ask
 *     -- add(int, int) to Server --> Reply
 *     -- bye() to Server --> end
 * Reply
 *     -- sum(long) from Server --> Sum
 * }</pre>
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class CalculatorClient {
    private CalculatorClient() {
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
    public static Ask sit(Seat<Calculator.Client> seat) {
        return Core.of(seat.take(CalculatorSession.SPEC, 0, Ask.STATE), null).enterAsk();
    }

    /**
     * Takes the role over at the start of {@code Ask}.
     */
    public static Ask sitAtAsk(Seat.At<Calculator.Client, Calculator.Ask> seat) {
        return Core.of(seat.take(CalculatorSession.SPEC, 0, Ask.STATE), null).enterAsk();
    }

    /**
     * Takes the role over at the start of {@code Reply}.
     */
    public static Reply sitAtReply(Seat.At<Calculator.Client, Calculator.Reply> seat) {
        return Core.of(seat.take(CalculatorSession.SPEC, 0, Reply.STATE), null).enterReply();
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
            case 0 -> core.enterAsk();
            case 1 -> core.enterReply();
            case 3 -> core.viewOfSum().take(message, message.poll());
            default -> core.end(2);
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
        Next start(Ask ask) throws Exception;

        /**
         * {@code sum(long)} has arrived.
         */
        Next sum(Sum sum) throws Exception;

        /**
         * What methods of a handler return: a state that waits for a message, or the role's end.
         */
        abstract class Next extends NextState<Handler> {
            private Next() {
            }
        }
    }

    /**
     * Client sends one of several messages.
     *
     * <pre>{@code
     * (start) -->
     * Reply -- sum(long) from Server -->
     *     Ask
     *         -- add(int, int) to Server --> Reply
     *         -- bye() to Server --> end
     * }</pre>
     */
    @CheckReturnValue
    public static sealed class Ask implements Resumed permits Sum {
        private static final int STATE = 0;

        final Core core;

        private Ask(Core core) {
            this.core = core;
        }

        /**
         * Sends {@code add(int, int)} to Server.
         */
        @CheckReturnValue
        public Reply add(int x, int y) {
            core.check(STATE);
            OutLane lane = core.laneToServer;
            if (lane.claim()) {
                lane.word(1, (y & 0xFFFF_FFFFL));
                lane.publish(1L << 32 | (x & 0xFFFF_FFFFL));
            }
            return core.enterReply();
        }

        /**
         * Sends {@code bye()} to Server.
         */
        @CanIgnoreReturnValue
        public Ended bye() {
            core.check(STATE);
            core.laneToServer.send(2L << 32);
            return core.end(2);
        }

        /**
         * Makes a seat of this state: whoever sits down on it plays the role from its start on.
         */
        @CheckReturnValue
        public Seat<Calculator.Client> toSeat() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat<>(core);
        }

        /**
         * Makes a seat of this state: whoever sits down on it plays the role at the start of {@code Ask}.
         */
        @CheckReturnValue
        public Seat.At<Calculator.Client, Calculator.Ask> toSeatAtAsk() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat.At<>(core);
        }
    }

    /**
     * Client receives {@code sum(long) from Server}.
     *
     * <pre>{@code
     * Ask -- add(int, int) to Server -->
     *     Reply
     *         -- sum(long) from Server --> Sum
     * }</pre>
     */
    @CheckReturnValue
    public static final class Reply extends Handler.Next implements Resumed {
        private static final int STATE = 1;

        private final Core core;

        private Reply(Core core) {
            this.core = core;
        }

        /**
         * Waits for the next message.
         */
        public Sum receive() {
            Sum received = tryReceive();
            return received != null ? received : await(core);
        }

        private Sum await(Core waiting) {
            Sum received;
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
        public Sum receive(Duration timeout) throws TimeoutException {
            long deadline = core.deadline(timeout);
            Sum received = tryReceive();
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
        public @Nullable Sum tryReceive() {
            core.check(STATE);
            InLane lane = core.laneFromServer;
            long header = lane.poll();
            if (header <= 0) {
                // Neither InLane.EMPTY nor InLane.CLOSED is positive.
                return null;
            }
            if (header >>> 32 != 1) {
                throw core.unexpected(header);
            }
            return core.viewOfSum().take(lane, header);
        }

        @Override
        protected Handler. @Nullable Next handle(Handler handler) throws Exception {
            Sum received = tryReceive();
            if (received == null) {
                return null;
            }
            return core.reached(handler.sum(received));
        }

        @Override
        protected boolean isStateOf(EventEndpoint<Handler> role) {
            return core == role && core.state == STATE;
        }

        /**
         * Makes a seat of this state: whoever sits down on it plays the role at the start of {@code Reply}.
         */
        @CheckReturnValue
        public Seat.At<Calculator.Client, Calculator.Reply> toSeatAtReply() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat.At<>(core);
        }
    }

    /**
     * The message {@code sum(long)}. {@link Ask} comes next.
     *
     * <pre>{@code
     * Reply -- sum(long) from Server -->
     *     Sum --> Ask
     * }</pre>
     */
    @CheckReturnValue
    public static final class Sum extends Ask implements Resumed {
        private static final int MESSAGE = 1;

        private static final int STATE = 0;

        private Sum(Core core) {
            super(core);
        }

        public long value() {
            core.checkReadable(MESSAGE, "Sum");
            return core.word1;
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy(value());
        }

        private Sum take(InLane lane, long header) {
            core.word1 = lane.word(1);
            lane.advance();
            core.message = MESSAGE;
            core.state = STATE;
            return this;
        }

        /**
         * The values of {@link Sum}.
         */
        public record Copy(long value) {
        }
    }

    /**
     * The session is over for Client: nothing is left to do, and nothing will come.
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
     * Where Client may stand when a session is reopened.
     */
    public sealed interface Resumed permits Ask, Reply, Sum, Ended {
        /**
         * Applies the function for what this is, and returns its result.
         */
        @CanIgnoreReturnValue
        default <R extends @Nullable Object, X extends Exception> R match(Case<Ask, R, X> ask,
                Case<Reply, R, X> reply, Case<Sum, R, X> sum, Case<Ended, R, X> ended) throws X {
            if (this instanceof Reply message) {
                return reply.apply(message);
            }
            if (this instanceof Sum message) {
                return sum.apply(message);
            }
            if (this instanceof Ended message) {
                return ended.apply(message);
            }
            return ask.apply((Ask) this);
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

        private long word1;

        private final OutLane laneToServer;

        private final InLane laneFromServer;

        private Reply reply;

        private Sum sum;

        private Core(Place place, Reactor reactor) {
            super(place, 0, reactor);
            laneToServer = out(0);
            laneFromServer = in(1);
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
            return new Ask(this);
        }

        private Reply enterReply() {
            state = Reply.STATE;
            Reply view = reply;
            if (view == null) {
                view = new Reply(this);
                reply = view;
            }
            return view;
        }

        private Sum viewOfSum() {
            Sum view = sum;
            if (view == null) {
                view = new Sum(this);
                sum = view;
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
                return core.reached(handler.start(core.enterAsk()));
            }

            @Override
            protected boolean isStateOf(EventEndpoint<Handler> role) {
                return false;
            }
        }
    }
}
