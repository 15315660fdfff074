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
import java.time.LocalDate;
import java.util.concurrent.TimeoutException;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * The role Seller of {@link TwoBuyer}: a type for each of its states and for each message that it receives.
 *
 * <pre>{@code
 * Start
 *     -- title(String) from Buyer --> Title
 * Title
 *     -- quote(int) to Buyer and Friend --> Decision
 * Decision
 *     -- accept(String) from Friend --> Accept
 *     -- reject() from Friend --> Reject
 * Delivery
 *     -- ship(LocalDate) to Friend --> end
 * }</pre>
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class TwoBuyerSeller {
    private TwoBuyerSeller() {
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
    public static Start sit(Seat<TwoBuyer.Seller> seat) {
        return Core.of(seat.take(TwoBuyerSession.SPEC, 2, Start.STATE), null).enterStart();
    }

    /**
     * Takes the role over at the start of {@code Decision}.
     */
    public static Decision sitAtDecision(Seat.At<TwoBuyer.Seller, TwoBuyer.Decision> seat) {
        return Core.of(seat.take(TwoBuyerSession.SPEC, 2, Decision.STATE), null).enterDecision();
    }

    /**
     * Takes the role over at the start of {@code Delivery}.
     */
    public static Delivery sitAtDelivery(Seat.At<TwoBuyer.Seller, TwoBuyer.Delivery> seat) {
        return Core.of(seat.take(TwoBuyerSession.SPEC, 2, Delivery.STATE), null).enterDelivery();
    }

    /**
     * Takes the role's place in a session in the state that it had.
     */
    static Resumed resume(Session session) {
        Resumption from = session.resume(2);
        Core core = Core.of(session, null);
        core.state = from.state();
        InLane message = from.message();
        return switch (from.step()) {
            case 0 -> core.enterStart();
            case 1 -> new Title(core).take(message, message.poll());
            case 3 -> core.enterDecision();
            case 4 -> new Accept(core).take(message, message.poll());
            case 5 -> new Reject(core).take(message, message.poll());
            default -> core.end(5);
        };
    }

    /**
     * Takes the role's place in a session, and lets a handler play it.
     */
    static void enter(Session session, Reactor reactor, Handler handler) {
        Core core = Core.of(session, reactor);
        core.play(handler, core.enterStart());
    }

    /**
     * Plays the role by events: a method is called for each message that comes, and returns the state in which the role
     * waits for the next one. A {@link Reactor} calls them, all in one thread; they must not wait for anything.
     */
    public interface Handler {
        /**
         * {@code title(String)} has arrived.
         */
        Decision title(Title title) throws Exception;

        /**
         * {@code accept(String)} has arrived.
         */
        Ended accept(Accept accept) throws Exception;

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
     * Seller receives {@code title(String) from Buyer}.
     *
     * <pre>{@code
     * (start) -->
     *     Start
     *         -- title(String) from Buyer --> Title
     * }</pre>
     */
    @CheckReturnValue
    public static final class Start extends Handler.Next implements Resumed {
        private static final int STATE = 0;

        private final Core core;

        private Start(Core core) {
            this.core = core;
        }

        /**
         * Waits for the next message.
         */
        public Title receive() {
            Title received = tryReceive();
            return received != null ? received : await(core);
        }

        private Title await(Core waiting) {
            Title received;
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
        public Title receive(Duration timeout) throws TimeoutException {
            long deadline = core.deadline(timeout);
            Title received = tryReceive();
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
        public @Nullable Title tryReceive() {
            core.check(STATE);
            InLane lane = core.laneFromBuyer;
            long header = lane.poll();
            if (header <= 0) {
                // Neither InLane.EMPTY nor InLane.CLOSED is positive.
                return null;
            }
            if (header >>> 32 != 1) {
                throw core.unexpected(header);
            }
            return new Title(core).take(lane, header);
        }

        @Override
        protected Handler. @Nullable Next handle(Handler handler) throws Exception {
            Title received = tryReceive();
            if (received == null) {
                return null;
            }
            return core.reached(handler.title(received));
        }

        @Override
        protected boolean isStateOf(EventEndpoint<Handler> role) {
            return core == role && core.state == STATE;
        }

        /**
         * Makes a seat of this state: whoever sits down on it plays the role from its start on.
         */
        @CheckReturnValue
        public Seat<TwoBuyer.Seller> toSeat() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat<>(core);
        }
    }

    /**
     * The message {@code title(String)}. Seller sends {@code quote(int) to Buyer and Friend}.
     *
     * <pre>{@code
     * Start -- title(String) from Buyer -->
     *     Title
     *         -- quote(int) to Buyer and Friend --> Decision
     * }</pre>
     */
    @CheckReturnValue
    public static final class Title implements Resumed {
        private static final int MESSAGE = 1;

        private static final int STATE = 1;

        private final Core core;

        private Title(Core core) {
            this.core = core;
        }

        public String title() {
            core.checkReadable(MESSAGE, "Title");
            return (String) core.reference0;
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy(title());
        }

        private Title take(InLane lane, long header) {
            core.reference0 = lane.reference(0);
            lane.advance();
            core.message = MESSAGE;
            core.state = STATE;
            return this;
        }

        /**
         * Sends {@code quote(int)} to Buyer and Friend.
         */
        @CheckReturnValue
        public Decision quote(int euros) {
            core.check(STATE);
            core.laneToBuyer.send(1L << 32 | (euros & 0xFFFF_FFFFL));
            core.laneToFriend.send(1L << 32 | (euros & 0xFFFF_FFFFL));
            return core.enterDecision();
        }

        /**
         * The values of {@link Title}.
         */
        public record Copy(String title) {
        }
    }

    /**
     * Seller receives one of several messages.
     *
     * <pre>{@code
     * Title -- quote(int) to Buyer and Friend -->
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
                case Accept.MESSAGE -> core.reached(handler.accept((Accept) received));
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
        public Seat.At<TwoBuyer.Seller, TwoBuyer.Decision> toSeatAtDecision() {
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
     * The message {@code accept(String)}. {@link Delivery} comes next.
     *
     * <pre>{@code
     * Decision -- accept(String) from Friend -->
     *     Accept --> Delivery
     * }</pre>
     */
    @CheckReturnValue
    @SuppressWarnings("overloads")
    public static final class Accept extends Delivery implements Decision.Received, Resumed {
        private static final int MESSAGE = 2;

        private static final int STATE = 4;

        private Accept(Core core) {
            super(core);
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
            core.state = STATE;
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

        private static final int STATE = 5;

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
     * Seller sends {@code ship(LocalDate) to Friend}.
     *
     * <pre>{@code
     * Decision -- accept(String) from Friend -->
     *     Delivery
     *         -- ship(LocalDate) to Friend --> end
     * }</pre>
     */
    @CheckReturnValue
    public static sealed class Delivery permits Accept {
        private static final int STATE = 4;

        final Core core;

        private Delivery(Core core) {
            this.core = core;
        }

        /**
         * Sends {@code ship(LocalDate)} to Friend.
         */
        @CanIgnoreReturnValue
        public Ended ship(LocalDate date) {
            core.check(STATE);
            OutLane lane = core.laneToFriend;
            if (lane.claim()) {
                lane.reference(0, date);
                lane.publish(2L << 32);
            }
            return core.end(5);
        }

        /**
         * Makes a seat of this state: whoever sits down on it plays the role at the start of {@code Delivery}.
         */
        @CheckReturnValue
        public Seat.At<TwoBuyer.Seller, TwoBuyer.Delivery> toSeatAtDelivery() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat.At<>(core);
        }
    }

    /**
     * The session is over for Seller: nothing is left to do, and nothing will come.
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
     * Where Seller may stand when a session is reopened.
     */
    public sealed interface Resumed permits Start, Title, Decision, Accept, Reject, Ended {
        /**
         * Applies the function for what this is, and returns its result.
         */
        @CanIgnoreReturnValue
        default <R extends @Nullable Object, X extends Exception> R match(Case<Start, R, X> start,
                Case<Title, R, X> title, Case<Decision, R, X> decision, Case<Accept, R, X> accept,
                Case<Reject, R, X> reject, Case<Ended, R, X> ended) throws X {
            if (this instanceof Start message) {
                return start.apply(message);
            }
            if (this instanceof Title message) {
                return title.apply(message);
            }
            if (this instanceof Decision message) {
                return decision.apply(message);
            }
            if (this instanceof Accept message) {
                return accept.apply(message);
            }
            if (this instanceof Reject message) {
                return reject.apply(message);
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

        private int message;

        private Object reference0;

        private final OutLane laneToBuyer;

        private final OutLane laneToFriend;

        private final InLane laneFromBuyer;

        private final InLane laneFromFriend;

        private Core(Place place, Reactor reactor) {
            super(place, 2, reactor);
            laneToBuyer = out(4);
            laneToFriend = out(5);
            laneFromBuyer = in(1);
            laneFromFriend = in(3);
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

        private Decision enterDecision() {
            state = Decision.STATE;
            return new Decision(this);
        }

        private Delivery enterDelivery() {
            state = Delivery.STATE;
            return new Delivery(this);
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
