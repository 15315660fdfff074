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
 * The role Friend of {@link TwoBuyer}: a type for each of its states and for each message that it receives.
 *
 * <pre>{@code
 * Start
 *     -- quote(int) from Seller --> Quote
 * Quote
 *     -- share(int) from Buyer --> Share
 * Decision
 *     -- accept(String) to Buyer and Seller --> Delivery
 *     -- reject() to Buyer and Seller --> end
 * Delivery
 *     -- ship(LocalDate) from Seller --> Ship
 * }</pre>
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class TwoBuyerFriend {
    private TwoBuyerFriend() {
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
    public static Start sit(Seat<TwoBuyer.Friend> seat) {
        return Core.of(seat.take(TwoBuyerSession.SPEC, 1, Start.STATE), null).enterStart();
    }

    /**
     * Takes the role over at the start of {@code Decision}.
     */
    public static Decision sitAtDecision(Seat.At<TwoBuyer.Friend, TwoBuyer.Decision> seat) {
        return Core.of(seat.take(TwoBuyerSession.SPEC, 1, Decision.STATE), null).enterDecision();
    }

    /**
     * Takes the role over at the start of {@code Delivery}.
     */
    public static Delivery sitAtDelivery(Seat.At<TwoBuyer.Friend, TwoBuyer.Delivery> seat) {
        return Core.of(seat.take(TwoBuyerSession.SPEC, 1, Delivery.STATE), null).enterDelivery();
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
            case 0 -> core.enterStart();
            case 1 -> new Quote(core).take(message, message.poll());
            case 2 -> new Share(core).take(message, message.poll());
            case 5 -> core.enterDelivery();
            case 7 -> new Ship(core).take(message, message.poll());
            default -> core.end(6);
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
         * {@code quote(int)} has arrived.
         */
        Quote quote(Quote quote) throws Exception;

        /**
         * {@code share(int)} has arrived.
         */
        Next share(Share share) throws Exception;

        /**
         * {@code ship(LocalDate)} has arrived.
         */
        void ship(Ship ship) throws Exception;

        /**
         * What methods of a handler return: a state that waits for a message, or the role's end.
         */
        abstract class Next extends NextState<Handler> {
            private Next() {
            }
        }
    }

    /**
     * Friend receives {@code quote(int) from Seller}.
     *
     * <pre>{@code
     * (start) -->
     *     Start
     *         -- quote(int) from Seller --> Quote
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

        /**
         * Makes a seat of this state: whoever sits down on it plays the role from its start on.
         */
        @CheckReturnValue
        public Seat<TwoBuyer.Friend> toSeat() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat<>(core);
        }
    }

    /**
     * The message {@code quote(int)}. Friend receives {@code share(int) from Buyer}.
     *
     * <pre>{@code
     * Start -- quote(int) from Seller -->
     *     Quote
     *         -- share(int) from Buyer --> Share
     * }</pre>
     */
    @CheckReturnValue
    public static final class Quote extends Handler.Next implements Resumed {
        private static final int MESSAGE = 1;

        private static final int STATE = 1;

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
         * Waits for the next message.
         */
        public Share receive() {
            Share received = tryReceive();
            return received != null ? received : await(core);
        }

        private Share await(Core waiting) {
            Share received;
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
        public Share receive(Duration timeout) throws TimeoutException {
            long deadline = core.deadline(timeout);
            Share received = tryReceive();
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
        public @Nullable Share tryReceive() {
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
            return new Share(core).take(lane, header);
        }

        @Override
        protected Handler. @Nullable Next handle(Handler handler) throws Exception {
            Share received = tryReceive();
            if (received == null) {
                return null;
            }
            return core.reached(handler.share(received));
        }

        @Override
        protected boolean isStateOf(EventEndpoint<Handler> role) {
            return core == role && core.state == STATE;
        }

        /**
         * The values of {@link Quote}.
         */
        public record Copy(int euros) {
        }
    }

    /**
     * The message {@code share(int)}. {@link Decision} comes next.
     *
     * <pre>{@code
     * Quote -- share(int) from Buyer -->
     *     Share --> Decision
     * }</pre>
     */
    @CheckReturnValue
    public static final class Share extends Decision implements Resumed {
        private static final int MESSAGE = 2;

        private static final int STATE = 2;

        private Share(Core core) {
            super(core);
        }

        public int euros() {
            core.checkReadable(MESSAGE, "Share");
            return (int) core.header;
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy(euros());
        }

        private Share take(InLane lane, long header) {
            core.header = header;
            core.reference0 = null;
            lane.advance();
            core.message = MESSAGE;
            core.state = STATE;
            return this;
        }

        /**
         * The values of {@link Share}.
         */
        public record Copy(int euros) {
        }
    }

    /**
     * Friend sends one of several messages.
     *
     * <pre>{@code
     * Quote -- share(int) from Buyer -->
     *     Decision
     *         -- accept(String) to Buyer and Seller --> Delivery
     *         -- reject() to Buyer and Seller --> end
     * }</pre>
     */
    @CheckReturnValue
    public static sealed class Decision permits Share {
        private static final int STATE = 2;

        final Core core;

        private Decision(Core core) {
            this.core = core;
        }

        /**
         * Sends {@code accept(String)} to Buyer and Seller.
         */
        @CheckReturnValue
        public Delivery accept(String address) {
            core.check(STATE);
            OutLane lane = core.laneToBuyer;
            if (lane.claim()) {
                lane.reference(0, address);
                lane.publish(1L << 32);
            }
            lane = core.laneToSeller;
            if (lane.claim()) {
                lane.reference(0, address);
                lane.publish(1L << 32);
            }
            return core.enterDelivery();
        }

        /**
         * Sends {@code reject()} to Buyer and Seller.
         */
        @CanIgnoreReturnValue
        public Ended reject() {
            core.check(STATE);
            core.laneToBuyer.send(2L << 32);
            core.laneToSeller.send(2L << 32);
            return core.end(6);
        }

        /**
         * Makes a seat of this state: whoever sits down on it plays the role at the start of {@code Decision}.
         */
        @CheckReturnValue
        public Seat.At<TwoBuyer.Friend, TwoBuyer.Decision> toSeatAtDecision() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat.At<>(core);
        }
    }

    /**
     * Friend receives {@code ship(LocalDate) from Seller}.
     *
     * <pre>{@code
     * Decision -- accept(String) to Buyer and Seller -->
     *     Delivery
     *         -- ship(LocalDate) from Seller --> Ship
     * }</pre>
     */
    @CheckReturnValue
    public static final class Delivery extends Handler.Next implements Resumed {
        private static final int STATE = 5;

        private final Core core;

        private Delivery(Core core) {
            this.core = core;
        }

        /**
         * Waits for the next message.
         */
        @CanIgnoreReturnValue
        public Ship receive() {
            Ship received = tryReceive();
            return received != null ? received : await(core);
        }

        private Ship await(Core waiting) {
            Ship received;
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
        public Ship receive(Duration timeout) throws TimeoutException {
            long deadline = core.deadline(timeout);
            Ship received = tryReceive();
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
        public @Nullable Ship tryReceive() {
            core.check(STATE);
            InLane lane = core.laneFromSeller;
            long header = lane.poll();
            if (header <= 0) {
                // Neither InLane.EMPTY nor InLane.CLOSED is positive.
                return null;
            }
            if (header >>> 32 != 2) {
                throw core.unexpected(header);
            }
            return new Ship(core).take(lane, header);
        }

        @Override
        protected Handler. @Nullable Next handle(Handler handler) throws Exception {
            Ship received = tryReceive();
            if (received == null) {
                return null;
            }
            handler.ship(received);
            return new Ended(core);
        }

        @Override
        protected boolean isStateOf(EventEndpoint<Handler> role) {
            return core == role && core.state == STATE;
        }

        /**
         * Makes a seat of this state: whoever sits down on it plays the role at the start of {@code Delivery}.
         */
        @CheckReturnValue
        public Seat.At<TwoBuyer.Friend, TwoBuyer.Delivery> toSeatAtDelivery() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat.At<>(core);
        }
    }

    /**
     * The message {@code ship(LocalDate)}. Nothing is left to do after it.
     *
     * <pre>{@code
     * Delivery -- ship(LocalDate) from Seller -->
     *     Ship --> end
     * }</pre>
     */
    @CheckReturnValue
    public static final class Ship implements Resumed {
        private static final int MESSAGE = 3;

        private static final int STATE = 6;

        private final Core core;

        private Ship(Core core) {
            this.core = core;
        }

        public LocalDate date() {
            core.checkReadable(MESSAGE, "Ship");
            return (LocalDate) core.reference0;
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy(date());
        }

        private Ship take(InLane lane, long header) {
            core.reference0 = lane.reference(0);
            lane.advance();
            core.message = MESSAGE;
            core.end(STATE);
            return this;
        }

        /**
         * The values of {@link Ship}.
         */
        public record Copy(LocalDate date) {
        }
    }

    /**
     * The session is over for Friend: nothing is left to do, and nothing will come.
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
     * Where Friend may stand when a session is reopened.
     */
    public sealed interface Resumed permits Start, Quote, Share, Delivery, Ship, Ended {
        /**
         * Applies the function for what this is, and returns its result.
         */
        @CanIgnoreReturnValue
        default <R extends @Nullable Object, X extends Exception> R match(Case<Start, R, X> start,
                Case<Quote, R, X> quote, Case<Share, R, X> share, Case<Delivery, R, X> delivery,
                Case<Ship, R, X> ship, Case<Ended, R, X> ended) throws X {
            if (this instanceof Start message) {
                return start.apply(message);
            }
            if (this instanceof Quote message) {
                return quote.apply(message);
            }
            if (this instanceof Share message) {
                return share.apply(message);
            }
            if (this instanceof Delivery message) {
                return delivery.apply(message);
            }
            if (this instanceof Ship message) {
                return ship.apply(message);
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

        private long header;

        private Object reference0;

        private final OutLane laneToBuyer;

        private final OutLane laneToSeller;

        private final InLane laneFromBuyer;

        private final InLane laneFromSeller;

        private Core(Place place, Reactor reactor) {
            super(place, 1, reactor);
            laneToBuyer = out(2);
            laneToSeller = out(3);
            laneFromBuyer = in(0);
            laneFromSeller = in(5);
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
