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
 * The role Host, for each Guest in Reply, of {@link Outing}: a type for each of its states and for each message that it receives.
 *
 * <pre>{@code
 * Start
 *     -- ask() from Guest --> Ask
 *     -- accept(int) from Guest --> Accept
 *     -- decline() from Guest --> Decline
 * Price
 *     -- price(int) to Guest --> Start
 * }</pre>
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class OutingHostReplyEachGuest {
    private final Core core;

    private OutingHostReplyEachGuest(Core core) {
        this.core = core;
    }

    static OutingHostReplyEachGuest enter(Session session, int member) {
        return new OutingHostReplyEachGuest(Core.of(session, member));
    }

    Start begin() {
        core.begin(core.laneFromHost);
        return core.enterStart();
    }

    /**
     * Host receives one of several messages.
     *
     * <pre>{@code
     * (start) -->
     * Price -- price(int) to Guest -->
     *     Start
     *         -- ask() from Guest --> Ask
     *         -- accept(int) from Guest --> Accept
     *         -- decline() from Guest --> Decline
     * }</pre>
     */
    @CheckReturnValue
    public static final class Start {
        private static final int STATE = 1;

        private final Core core;

        private Start(Core core) {
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
            InLane lane = core.laneFromGuest;
            long header = lane.poll();
            if (header <= 0) {
                // Neither InLane.EMPTY nor InLane.CLOSED is positive.
                return null;
            }
            return switch ((int) (header >>> 32)) {
                case 1 -> core.viewOfAsk().take(lane, header);
                case 2 -> core.viewOfAccept().take(lane, header);
                case 3 -> core.leaving(core.viewOfDecline().take(lane, header));
                default -> throw core.unexpected(header);
            };
        }

        /**
         * What may arrive in {@link Start}.
         */
        public sealed interface Received permits Ask, Accept, Decline {
            /**
             * Applies the function for what this is, and returns its result.
             */
            @CanIgnoreReturnValue
            default <R extends @Nullable Object, X extends Exception> R match(Case<Ask, R, X> ask,
                    Case<Accept, R, X> accept, Case<Decline, R, X> decline) throws X {
                if (this instanceof Ask message) {
                    return ask.apply(message);
                }
                if (this instanceof Accept message) {
                    return accept.apply(message);
                }
                return decline.apply((Decline) this);
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
     * The message {@code ask()}. {@link Price} comes next.
     *
     * <pre>{@code
     * Start -- ask() from Guest -->
     *     Ask --> Price
     * }</pre>
     */
    @CheckReturnValue
    public static final class Ask extends Price implements Start.Received {
        private static final int MESSAGE = 1;

        private static final int STATE = 2;

        private Ask(Core core) {
            super(core);
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy();
        }

        private Ask take(InLane lane, long header) {
            lane.advance();
            core.message = MESSAGE;
            core.state = STATE;
            return this;
        }

        /**
         * The values of {@link Ask}.
         */
        public record Copy() {
        }
    }

    /**
     * The message {@code accept(int)}. Nothing is left to do after it.
     *
     * <pre>{@code
     * Start -- accept(int) from Guest -->
     *     Accept --> end
     * }</pre>
     */
    @CheckReturnValue
    public static final class Accept implements Start.Received {
        private static final int MESSAGE = 2;

        private static final int STATE = 0;

        private final Core core;

        private Accept(Core core) {
            this.core = core;
        }

        public int friends() {
            core.checkReadable(MESSAGE, "Accept");
            return (int) core.header;
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy(friends());
        }

        private Accept take(InLane lane, long header) {
            core.header = header;
            lane.advance();
            core.message = MESSAGE;
            core.end(STATE);
            return this;
        }

        /**
         * The values of {@link Accept}.
         */
        public record Copy(int friends) {
        }
    }

    /**
     * The message {@code decline()}. Nothing is left to do after it.
     *
     * <pre>{@code
     * Start -- decline() from Guest -->
     *     Decline --> end
     * }</pre>
     */
    @CheckReturnValue
    public static final class Decline implements Start.Received {
        private static final int MESSAGE = 3;

        private static final int STATE = 0;

        private final Core core;

        private Decline(Core core) {
            this.core = core;
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy();
        }

        private Decline take(InLane lane, long header) {
            lane.advance();
            core.message = MESSAGE;
            core.end(STATE);
            return this;
        }

        /**
         * The values of {@link Decline}.
         */
        public record Copy() {
        }
    }

    /**
     * Host sends {@code price(int) to Guest}.
     *
     * <pre>{@code
     * Start -- ask() from Guest -->
     *     Price
     *         -- price(int) to Guest --> Start
     * }</pre>
     */
    @CheckReturnValue
    public static sealed class Price permits Ask {
        private static final int STATE = 2;

        final Core core;

        private Price(Core core) {
            this.core = core;
        }

        /**
         * Sends {@code price(int)} to Guest.
         */
        @CheckReturnValue
        public Start price(int euros) {
            core.check(STATE);
            core.laneToGuest.send(1L << 32 | (euros & 0xFFFF_FFFFL));
            return core.enterStart();
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

        private final OutLane laneToGuest;

        private final OutLane laneToHost;

        private final InLane laneFromGuest;

        private final InLane laneFromHost;

        private Start start;

        private Ask ask;

        private Accept accept;

        private Decline decline;

        private Core(Place place, int member) {
            super(place, 2, member);
            laneToGuest = out(4);
            laneToHost = out(5);
            laneFromGuest = in(1);
            laneFromHost = in(3);
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

        private void end(int last) {
            state = last;
            done(laneToHost);
        }

        private Start enterStart() {
            state = Start.STATE;
            Start view = start;
            if (view == null) {
                view = new Start(this);
                start = view;
            }
            return view;
        }

        private Price enterPrice() {
            state = Price.STATE;
            return new Price(this);
        }

        private Ask viewOfAsk() {
            Ask view = ask;
            if (view == null) {
                view = new Ask(this);
                ask = view;
            }
            return view;
        }

        private Accept viewOfAccept() {
            Accept view = accept;
            if (view == null) {
                view = new Accept(this);
                accept = view;
            }
            return view;
        }

        private Decline viewOfDecline() {
            Decline view = decline;
            if (view == null) {
                view = new Decline(this);
                decline = view;
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
