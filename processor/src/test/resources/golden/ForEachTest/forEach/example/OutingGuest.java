package example;

import dev.parley.runtime.CanIgnoreReturnValue;
import dev.parley.runtime.CheckReturnValue;
import dev.parley.runtime.Endpoint;
import dev.parley.runtime.Place;
import dev.parley.runtime.Session;
import dev.parley.runtime.buffer.InLane;
import dev.parley.runtime.buffer.OutLane;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * The role Guest of {@link Outing}: a type for each of its states and for each message that it receives.
 *
 * <pre>{@code
 * Round
 *     -- invite(String) from Host --> Invite
 *     -- eat(String) from Host --> Eat
 * Reply
 *     -- ask() to Host --> Price
 *     -- accept(int) to Host --> Round
 *     -- decline() to Host --> end
 * Dinner
 *     -- thanks(int) to Host --> end
 * Price
 *     -- price(int) from Host --> PriceMessage
 * }</pre>
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class OutingGuest {
    private OutingGuest() {
    }

    /**
     * Becomes a member of the family in a session.
     */
    static Round enter(Session session, int member) {
        return Core.of(session, member).enterRound();
    }

    /**
     * Guest receives one of several messages.
     *
     * <pre>{@code
     * (start) -->
     * Reply -- accept(int) to Host -->
     *     Round
     *         -- invite(String) from Host --> Invite
     *         -- eat(String) from Host --> Eat
     * }</pre>
     */
    @CheckReturnValue
    public static final class Round {
        private static final int STATE = 0;

        private final Core core;

        private Round(Core core) {
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
                case 2 -> new Eat(core).take(lane, header);
                default -> throw core.unexpected(header);
            };
        }

        /**
         * What may arrive in {@link Round}.
         */
        public sealed interface Received permits Invite, Eat {
            /**
             * Applies the function for what this is, and returns its result.
             */
            @CanIgnoreReturnValue
            default <R extends @Nullable Object, X extends Exception> R match(
                    Case<Invite, R, X> invite, Case<Eat, R, X> eat) throws X {
                if (this instanceof Invite message) {
                    return invite.apply(message);
                }
                return eat.apply((Eat) this);
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
     * The message {@code invite(String)}. {@link Reply} comes next.
     *
     * <pre>{@code
     * Round -- invite(String) from Host -->
     *     Invite --> Reply
     * }</pre>
     */
    @CheckReturnValue
    public static final class Invite extends Reply implements Round.Received {
        private static final int MESSAGE = 1;

        private static final int STATE = 1;

        private Invite(Core core) {
            super(core);
        }

        public String where() {
            core.checkReadable(MESSAGE, "Invite");
            return (String) core.reference0;
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy(where());
        }

        private Invite take(InLane lane, long header) {
            core.reference0 = lane.reference(0);
            lane.advance();
            core.message = MESSAGE;
            core.state = STATE;
            return this;
        }

        /**
         * The values of {@link Invite}.
         */
        public record Copy(String where) {
        }
    }

    /**
     * The message {@code eat(String)}. {@link Dinner} comes next.
     *
     * <pre>{@code
     * Round -- eat(String) from Host -->
     *     Eat --> Dinner
     * }</pre>
     */
    @CheckReturnValue
    public static final class Eat extends Dinner implements Round.Received {
        private static final int MESSAGE = 2;

        private static final int STATE = 2;

        private Eat(Core core) {
            super(core);
        }

        public String dish() {
            core.checkReadable(MESSAGE, "Eat");
            return (String) core.reference0;
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy(dish());
        }

        private Eat take(InLane lane, long header) {
            core.reference0 = lane.reference(0);
            lane.advance();
            core.message = MESSAGE;
            core.state = STATE;
            return this;
        }

        /**
         * The values of {@link Eat}.
         */
        public record Copy(String dish) {
        }
    }

    /**
     * Guest sends one of several messages.
     *
     * <pre>{@code
     * Round -- invite(String) from Host -->
     * Price -- price(int) from Host -->
     *     Reply
     *         -- ask() to Host --> Price
     *         -- accept(int) to Host --> Round
     *         -- decline() to Host --> end
     * }</pre>
     */
    @CheckReturnValue
    public static sealed class Reply permits Invite, PriceMessage {
        private static final int STATE = 1;

        final Core core;

        private Reply(Core core) {
            this.core = core;
        }

        /**
         * Sends {@code ask()} to Host.
         */
        @CheckReturnValue
        public Price ask() {
            core.check(STATE);
            core.laneToHostReplyEachGuest.send(1L << 32);
            return core.enterPrice();
        }

        /**
         * Sends {@code accept(int)} to Host.
         */
        @CheckReturnValue
        public Round accept(int friends) {
            core.check(STATE);
            core.laneToHostReplyEachGuest.send(2L << 32 | (friends & 0xFFFF_FFFFL));
            return core.enterRound();
        }

        /**
         * Sends {@code decline()} to Host.
         */
        @CanIgnoreReturnValue
        public Ended decline() {
            core.check(STATE);
            core.leave();
            core.laneToHostReplyEachGuest.send(3L << 32);
            return core.end(4);
        }
    }

    /**
     * Guest sends {@code thanks(int) to Host}.
     *
     * <pre>{@code
     * Round -- eat(String) from Host -->
     *     Dinner
     *         -- thanks(int) to Host --> end
     * }</pre>
     */
    @CheckReturnValue
    public static sealed class Dinner permits Eat {
        private static final int STATE = 2;

        final Core core;

        private Dinner(Core core) {
            this.core = core;
        }

        /**
         * Sends {@code thanks(int)} to Host.
         */
        @CanIgnoreReturnValue
        public Ended thanks(int stars) {
            core.check(STATE);
            core.leave();
            core.laneToHost.send(1L << 32 | (stars & 0xFFFF_FFFFL));
            return core.end(4);
        }
    }

    /**
     * Guest receives {@code price(int) from Host}.
     *
     * <pre>{@code
     * Reply -- ask() to Host -->
     *     Price
     *         -- price(int) from Host --> PriceMessage
     * }</pre>
     */
    @CheckReturnValue
    public static final class Price {
        private static final int STATE = 3;

        private final Core core;

        private Price(Core core) {
            this.core = core;
        }

        /**
         * Waits for the next message.
         */
        public PriceMessage receive() {
            PriceMessage received = tryReceive();
            return received != null ? received : await(core);
        }

        private PriceMessage await(Core waiting) {
            PriceMessage received;
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
        public PriceMessage receive(Duration timeout) throws TimeoutException {
            long deadline = core.deadline(timeout);
            PriceMessage received = tryReceive();
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
        public @Nullable PriceMessage tryReceive() {
            core.check(STATE);
            InLane lane = core.laneFromHostReplyEachGuest;
            long header = lane.poll();
            if (header <= 0) {
                // Neither InLane.EMPTY nor InLane.CLOSED is positive.
                return null;
            }
            if (header >>> 32 != 1) {
                throw core.unexpected(header);
            }
            return core.viewOfPriceMessage().take(lane, header);
        }
    }

    /**
     * The message {@code price(int)}. {@link Reply} comes next.
     *
     * <pre>{@code
     * Price -- price(int) from Host -->
     *     PriceMessage --> Reply
     * }</pre>
     */
    @CheckReturnValue
    public static final class PriceMessage extends Reply {
        private static final int MESSAGE = 3;

        private static final int STATE = 1;

        private PriceMessage(Core core) {
            super(core);
        }

        public int euros() {
            core.checkReadable(MESSAGE, "PriceMessage");
            return (int) core.header;
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy(euros());
        }

        private PriceMessage take(InLane lane, long header) {
            core.header = header;
            core.reference0 = null;
            lane.advance();
            core.message = MESSAGE;
            core.state = STATE;
            return this;
        }

        /**
         * The values of {@link PriceMessage}.
         */
        public record Copy(int euros) {
        }
    }

    /**
     * The session is over for Guest: nothing is left to do, and nothing will come.
     */
    public static final class Ended {
        private final Core core;

        private Ended(Core core) {
            this.core = core;
        }
    }

    /**
     * What the states share. The types above are views over the one object of this class.
     */
    @NullUnmarked
    private static class Core extends Endpoint {
        private int state;

        private int message;

        private long header;

        private Object reference0;

        private final OutLane laneToHost;

        private final OutLane laneToHostReplyEachGuest;

        private final InLane laneFromHost;

        private final InLane laneFromHostReplyEachGuest;

        private Round round;

        private Price price;

        private Invite invite;

        private PriceMessage priceMessage;

        private Core(Place place, int member) {
            super(place, 0, member);
            laneToHost = out(0);
            laneToHostReplyEachGuest = out(1);
            laneFromHost = in(2);
            laneFromHostReplyEachGuest = in(4);
        }

        private static Core of(Place place, int member) {
            return place.session().isSameThread() ? new Core(place, member) : new Padded(place, member);
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

        private Round enterRound() {
            state = Round.STATE;
            Round view = round;
            if (view == null) {
                view = new Round(this);
                round = view;
            }
            return view;
        }

        private Reply enterReply() {
            state = Reply.STATE;
            return new Reply(this);
        }

        private Dinner enterDinner() {
            state = Dinner.STATE;
            return new Dinner(this);
        }

        private Price enterPrice() {
            state = Price.STATE;
            Price view = price;
            if (view == null) {
                view = new Price(this);
                price = view;
            }
            return view;
        }

        private Invite viewOfInvite() {
            Invite view = invite;
            if (view == null) {
                view = new Invite(this);
                invite = view;
            }
            return view;
        }

        private PriceMessage viewOfPriceMessage() {
            PriceMessage view = priceMessage;
            if (view == null) {
                view = new PriceMessage(this);
                priceMessage = view;
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

            private Padded(Place place, int member) {
                super(place, member);
            }
        }
    }
}
