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
 * The role Buyer of {@link TwoBuyer}: a type for each of its states and for each message that it receives.
 *
 * <pre>{@code
 * Start
 *     -- title(String) to Seller --> BeforeQuote
 * BeforeQuote
 *     -- quote(int) from Seller --> Quote
 * Quote
 *     -- share(int) to Friend --> Decision
 * Decision
 *     -- accept(String) from Friend --> Accept
 *     -- reject() from Friend --> Reject
 * }</pre>
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class TwoBuyerBuyer {
    private TwoBuyerBuyer() {
    }

    /**
     * Takes the role's place in a session.
     */
    static Start enter(Session session) {
        return Core.of(session, null).enterStart();
    }

    /**
     * Takes the role over from its start on.
     */
    public static Start sit(Seat<TwoBuyer.Buyer> seat) {
        return Core.of(seat.take(TwoBuyerSession.SPEC, 0, Start.STATE), null).enterStart();
    }

    /**
     * Takes the role over at the start of {@code Decision}.
     */
    public static Decision sitAtDecision(Seat.At<TwoBuyer.Buyer, TwoBuyer.Decision> seat) {
        return Core.of(seat.take(TwoBuyerSession.SPEC, 0, Decision.STATE), null).enterDecision();
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
            case 0 -> core.enterStart();
            case 1 -> core.enterBeforeQuote();
            case 2 -> new Quote(core).take(message, message.poll());
            case 3 -> core.enterDecision();
            case 4 -> new Accept(core).take(message, message.poll());
            case 5 -> new Reject(core).take(message, message.poll());
            default -> throw from.unknown();
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
        BeforeQuote start(Start start) throws Exception;

        /**
         * {@code quote(int)} has arrived.
         */
        Decision quote(Quote quote) throws Exception;

        /**
         * {@code accept(String)} has arrived.
         */
        void accept(Accept accept) throws Exception;

        /**
         * {@code reject()} has arrived.
         */
        void reject(Reject reject) throws Exception;

        /**
         * What methods of a handler return: a state that waits for a message, or the role's end.
         */
        abstract class Next extends NextState<Handler> {
            private Next() {
            }
        }
    }

    /**
     * Buyer sends {@code title(String) to Seller}.
     *
     * <pre>{@code
     * (start) -->
     *     Start
     *         -- title(String) to Seller --> BeforeQuote
     * }</pre>
     */
    @CheckReturnValue
    public static final class Start implements Resumed {
        private static final int STATE = 0;

        private final Core core;

        private Start(Core core) {
            this.core = core;
        }

        /**
         * Sends {@code title(String)} to Seller.
         */
        @CheckReturnValue
        public BeforeQuote title(String title) {
            core.check(STATE);
            OutLane lane = core.laneToSeller;
            if (lane.claim()) {
                lane.reference(0, title);
                lane.publish(1L << 32);
            }
            return core.enterBeforeQuote();
        }

        /**
         * Makes a seat of this state: whoever sits down on it plays the role from its start on.
         */
        @CheckReturnValue
        public Seat<TwoBuyer.Buyer> toSeat() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat<>(core);
        }
    }

    /**
     * Buyer receives {@code quote(int) from Seller}.
     *
     * <pre>{@code
     * Start -- title(String) to Seller -->
     *     BeforeQuote
     *         -- quote(int) from Seller --> Quote
     * }</pre>
     */
    @CheckReturnValue
    public static final class BeforeQuote extends Handler.Next implements Resumed {
        private static final int STATE = 1;

        private final Core core;

        private BeforeQuote(Core core) {
            this.core = core;
        }

        /**
         * Waits for the next message.
         */
        public Quote receive() {
            Quote received = tryReceive();
            return received != null ? received : await(core);
        }

        private Quote await(Core waiting) {
            Quote received;
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
        public Quote receive(Duration timeout) throws TimeoutException {
            long deadline = core.deadline(timeout);
            Quote received = tryReceive();
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
        public @Nullable Quote tryReceive() {
            core.check(STATE);
            InLane lane = core.laneFromSeller;
            long header = lane.poll();
            if (header <= 0) {
                // Neither InLane.EMPTY nor InLane.CLOSED is positive.
                return null;
            }
            if (header >>> 32 != 1) {
                throw core.unexpected(header);
            }
            return new Quote(core).take(lane, header);
        }

        @Override
        protected Handler. @Nullable Next handle(Handler handler) throws Exception {
            Quote received = tryReceive();
            if (received == null) {
                return null;
            }
            return core.reached(handler.quote(received));
        }

        @Override
        protected boolean isStateOf(EventEndpoint<Handler> role) {
            return core == role && core.state == STATE;
        }
    }

    /**
     * The message {@code quote(int)}. Buyer sends {@code share(int) to Friend}.
     *
     * <pre>{@code
     * BeforeQuote -- quote(int) from Seller -->
     *     Quote
     *         -- share(int) to Friend --> Decision
     * }</pre>
     */
    @CheckReturnValue
    public static final class Quote implements Resumed {
        private static final int MESSAGE = 1;

        private static final int STATE = 2;

        private final Core core;

        private Quote(Core core) {
            this.core = core;
        }

        public int euros() {
            core.checkReadable(MESSAGE, "Quote");
            return (int) core.header;
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy(euros());
        }

        private Quote take(InLane lane, long header) {
            core.header = header;
            core.reference0 = null;
            lane.advance();
            core.message = MESSAGE;
            core.state = STATE;
            return this;
        }

        /**
         * Sends {@code share(int)} to Friend.
         */
        @CheckReturnValue
        public Decision share(int euros) {
            core.check(STATE);
            core.laneToFriend.send(1L << 32 | (euros & 0xFFFF_FFFFL));
            return core.enterDecision();
        }

        /**
         * The values of {@link Quote}.
         */
        public record Copy(int euros) {
        }
    }

    /**
     * Buyer receives one of several messages.
     *
     * <pre>{@code
     * Quote -- share(int) to Friend -->
     *     Decision
     *         -- accept(String) from Friend --> Accept
     *         -- reject() from Friend --> Reject
     * }</pre>
     */
    @CheckReturnValue
    public static final class Decision extends Handler.Next implements Resumed {
        private static final int STATE = 3;

        private final Core core;

        private Decision(Core core) {
            this.core = core;
        }

        /**
         * Waits for the next message.
         */
        @CanIgnoreReturnValue
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
        @CanIgnoreReturnValue
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
            InLane lane = core.laneFromFriend;
            long header = lane.poll();
            if (header <= 0) {
                // Neither InLane.EMPTY nor InLane.CLOSED is positive.
                return null;
            }
            return switch ((int) (header >>> 32)) {
                case 1 -> new Accept(core).take(lane, header);
                case 2 -> new Reject(core).take(lane, header);
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
                case Accept.MESSAGE -> {
                    handler.accept((Accept) received);
                    yield new Ended(core);
                }
                default -> {
                    handler.reject((Reject) received);
                    yield new Ended(core);
                }
            };
        }

        @Override
        protected boolean isStateOf(EventEndpoint<Handler> role) {
            return core == role && core.state == STATE;
        }

        /**
         * Makes a seat of this state: whoever sits down on it plays the role at the start of {@code Decision}.
         */
        @CheckReturnValue
        public Seat.At<TwoBuyer.Buyer, TwoBuyer.Decision> toSeatAtDecision() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat.At<>(core);
        }

        /**
         * What may arrive in {@link Decision}.
         */
        public sealed interface Received permits Accept, Reject {
            /**
             * Applies the function for what this is, and returns its result.
             */
            @CanIgnoreReturnValue
            default <R extends @Nullable Object, X extends Exception> R match(
                    Case<Accept, R, X> accept, Case<Reject, R, X> reject) throws X {
                if (this instanceof Accept message) {
                    return accept.apply(message);
                }
                return reject.apply((Reject) this);
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
     * The message {@code accept(String)}. Nothing is left to do after it.
     *
     * <pre>{@code
     * Decision -- accept(String) from Friend -->
     *     Accept --> end
     * }</pre>
     */
    @CheckReturnValue
    @SuppressWarnings("overloads")
    public static final class Accept implements Decision.Received, Resumed {
        private static final int MESSAGE = 2;

        private static final int STATE = 4;

        private final Core core;

        private Accept(Core core) {
            this.core = core;
        }

        public String address() {
            core.checkReadable(MESSAGE, "Accept");
            return (String) core.reference0;
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy(address());
        }

        private Accept take(InLane lane, long header) {
            core.reference0 = lane.reference(0);
            lane.advance();
            core.message = MESSAGE;
            core.end(STATE);
            return this;
        }

        /**
         * The values of {@link Accept}.
         */
        public record Copy(String address) {
        }
    }

    /**
     * The message {@code reject()}. Nothing is left to do after it.
     *
     * <pre>{@code
     * Decision -- reject() from Friend -->
     *     Reject --> end
     * }</pre>
     */
    @CheckReturnValue
    @SuppressWarnings("overloads")
    public static final class Reject implements Decision.Received, Resumed {
        private static final int MESSAGE = 3;

        private static final int STATE = 4;

        private final Core core;

        private Reject(Core core) {
            this.core = core;
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy();
        }

        private Reject take(InLane lane, long header) {
            core.reference0 = null;
            lane.advance();
            core.message = MESSAGE;
            core.end(STATE);
            return this;
        }

        /**
         * The values of {@link Reject}.
         */
        public record Copy() {
        }
    }

    /**
     * The session is over for Buyer: nothing is left to do, and nothing will come.
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
     * Where Buyer may stand when a session is reopened.
     */
    public sealed interface Resumed permits Start, BeforeQuote, Quote, Decision, Accept, Reject {
        /**
         * Applies the function for what this is, and returns its result.
         */
        @CanIgnoreReturnValue
        default <R extends @Nullable Object, X extends Exception> R match(Case<Start, R, X> start,
                Case<BeforeQuote, R, X> beforeQuote, Case<Quote, R, X> quote,
                Case<Decision, R, X> decision, Case<Accept, R, X> accept, Case<Reject, R, X> reject)
                throws X {
            if (this instanceof Start message) {
                return start.apply(message);
            }
            if (this instanceof BeforeQuote message) {
                return beforeQuote.apply(message);
            }
            if (this instanceof Quote message) {
                return quote.apply(message);
            }
            if (this instanceof Decision message) {
                return decision.apply(message);
            }
            if (this instanceof Accept message) {
                return accept.apply(message);
            }
            return reject.apply((Reject) this);
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

        private Object reference0;

        private final OutLane laneToFriend;

        private final OutLane laneToSeller;

        private final InLane laneFromFriend;

        private final InLane laneFromSeller;

        private Core(Place place, Reactor reactor) {
            super(place, 0, reactor);
            laneToFriend = out(0);
            laneToSeller = out(1);
            laneFromFriend = in(2);
            laneFromSeller = in(4);
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

        private Start enterStart() {
            state = Start.STATE;
            return new Start(this);
        }

        private BeforeQuote enterBeforeQuote() {
            state = BeforeQuote.STATE;
            return new BeforeQuote(this);
        }

        private Decision enterDecision() {
            state = Decision.STATE;
            return new Decision(this);
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
                return core.reached(handler.start(core.enterStart()));
            }

            @Override
            protected boolean isStateOf(EventEndpoint<Handler> role) {
                return false;
            }
        }
    }
}
