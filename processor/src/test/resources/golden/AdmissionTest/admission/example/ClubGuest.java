package example;

import dev.parley.runtime.CanIgnoreReturnValue;
import dev.parley.runtime.Candidate;
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
 * The role Guest of {@link Club}: a type for each of its states and for each message that it receives.
 *
 * <pre>{@code
 * Start
 *     -- ticket(int) from Porter --> Ticket
 * Ticket
 *     -- welcome() from Host --> Welcome
 * Evening
 *     -- tell(String) from Host --> Tell
 *     -- count(int) from Host --> Count
 *     -- ask() from Host --> Ask
 *     -- close() from Host --> Close
 * Counting
 *     -- here(int) to Host --> Evening
 * Turn
 *     -- stay() to Host --> Evening
 *     -- leave() to Host --> end
 * }</pre>
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class ClubGuest {
    private ClubGuest() {
    }

    /**
     * Becomes a member of the family in a session.
     */
    static Start enter(Session session, int member) {
        return Core.of(session, member).enterStart();
    }

    /**
     * Prepares to join the family in a session that is running.
     */
    static Candidate<Evening> joinEvening(Session session) {
        return session.candidate(0, Evening.STATE, member -> Core.of(session, member).enterEvening());
    }

    /**
     * Guest receives {@code ticket(int) from Porter}.
     *
     * <pre>{@code
     * (start) -->
     *     Start
     *         -- ticket(int) from Porter --> Ticket
     * }</pre>
     */
    @CheckReturnValue
    public static final class Start {
        private static final int STATE = 0;

        private final Core core;

        private Start(Core core) {
            this.core = core;
        }

        /**
         * Waits for the next message.
         */
        public Ticket receive() {
            Ticket received = tryReceive();
            return received != null ? received : await(core);
        }

        private Ticket await(Core waiting) {
            Ticket received;
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
        public Ticket receive(Duration timeout) throws TimeoutException {
            long deadline = core.deadline(timeout);
            Ticket received = tryReceive();
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
        public @Nullable Ticket tryReceive() {
            core.check(STATE);
            InLane lane = core.laneFromPorter;
            long header = lane.poll();
            if (header <= 0) {
                // Neither InLane.EMPTY nor InLane.CLOSED is positive.
                return null;
            }
            if (header >>> 32 != 1) {
                throw core.unexpected(header);
            }
            return new Ticket(core).take(lane, header);
        }
    }

    /**
     * The message {@code ticket(int)}. Guest receives {@code welcome() from Host}.
     *
     * <pre>{@code
     * Start -- ticket(int) from Porter -->
     *     Ticket
     *         -- welcome() from Host --> Welcome
     * }</pre>
     */
    @CheckReturnValue
    public static final class Ticket {
        private static final int MESSAGE = 1;

        private static final int STATE = 1;

        private final Core core;

        private Ticket(Core core) {
            this.core = core;
        }

        public int number() {
            core.checkReadable(MESSAGE, "Ticket");
            return (int) core.header;
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy(number());
        }

        private Ticket take(InLane lane, long header) {
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
        public Welcome receive() {
            Welcome received = tryReceive();
            return received != null ? received : await(core);
        }

        private Welcome await(Core waiting) {
            Welcome received;
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
        public Welcome receive(Duration timeout) throws TimeoutException {
            long deadline = core.deadline(timeout);
            Welcome received = tryReceive();
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
        public @Nullable Welcome tryReceive() {
            core.check(STATE);
            InLane lane = core.laneFromHost;
            long header = lane.poll();
            if (header <= 0) {
                // Neither InLane.EMPTY nor InLane.CLOSED is positive.
                return null;
            }
            if (header >>> 32 != 1) {
                throw core.unexpected(header);
            }
            return new Welcome(core).take(lane, header);
        }

        /**
         * The values of {@link Ticket}.
         */
        public record Copy(int number) {
        }
    }

    /**
     * The message {@code welcome()}. {@link Evening} comes next.
     *
     * <pre>{@code
     * Ticket -- welcome() from Host -->
     *     Welcome --> Evening
     * }</pre>
     */
    @CheckReturnValue
    public static final class Welcome extends Evening {
        private static final int MESSAGE = 2;

        private static final int STATE = 2;

        private Welcome(Core core) {
            super(core);
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy();
        }

        private Welcome take(InLane lane, long header) {
            core.reference0 = null;
            lane.advance();
            core.message = MESSAGE;
            core.state = STATE;
            return this;
        }

        /**
         * The values of {@link Welcome}.
         */
        public record Copy() {
        }
    }

    /**
     * Guest receives one of several messages.
     *
     * <pre>{@code
     * Ticket -- welcome() from Host -->
     * Evening -- tell(String) from Host -->
     * Counting -- here(int) to Host -->
     * Turn -- stay() to Host -->
     *     Evening
     *         -- tell(String) from Host --> Tell
     *         -- count(int) from Host --> Count
     *         -- ask() from Host --> Ask
     *         -- close() from Host --> Close
     * }</pre>
     */
    @CheckReturnValue
    public static sealed class Evening permits Welcome, Tell {
        private static final int STATE = 2;

        final Core core;

        private Evening(Core core) {
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
                case 2 -> core.viewOfTell().take(lane, header);
                case 3 -> core.viewOfCount().take(lane, header);
                case 4 -> core.viewOfAsk().take(lane, header);
                case 5 -> new Close(core).take(lane, header);
                default -> throw core.unexpected(header);
            };
        }

        /**
         * What may arrive in {@link Evening}.
         */
        public sealed interface Received permits Tell, Count, Ask, Close {
            /**
             * Applies the function for what this is, and returns its result.
             */
            @CanIgnoreReturnValue
            default <R extends @Nullable Object, X extends Exception> R match(Case<Tell, R, X> tell,
                    Case<Count, R, X> count, Case<Ask, R, X> ask, Case<Close, R, X> close) throws
                    X {
                if (this instanceof Tell message) {
                    return tell.apply(message);
                }
                if (this instanceof Count message) {
                    return count.apply(message);
                }
                if (this instanceof Ask message) {
                    return ask.apply(message);
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
     * The message {@code tell(String)}. {@link Evening} comes next.
     *
     * <pre>{@code
     * Evening -- tell(String) from Host -->
     *     Tell --> Evening
     * }</pre>
     */
    @CheckReturnValue
    public static final class Tell extends Evening implements Evening.Received {
        private static final int MESSAGE = 3;

        private Tell(Core core) {
            super(core);
        }

        public String what() {
            core.checkReadable(MESSAGE, "Tell");
            return (String) core.reference0;
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy(what());
        }

        private Tell take(InLane lane, long header) {
            core.reference0 = lane.reference(0);
            lane.advance();
            core.message = MESSAGE;
            return this;
        }

        /**
         * The values of {@link Tell}.
         */
        public record Copy(String what) {
        }
    }

    /**
     * The message {@code count(int)}. {@link Counting} comes next.
     *
     * <pre>{@code
     * Evening -- count(int) from Host -->
     *     Count --> Counting
     * }</pre>
     */
    @CheckReturnValue
    public static final class Count extends Counting implements Evening.Received {
        private static final int MESSAGE = 4;

        private static final int STATE = 3;

        private Count(Core core) {
            super(core);
        }

        public int round() {
            core.checkReadable(MESSAGE, "Count");
            return (int) core.header;
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy(round());
        }

        private Count take(InLane lane, long header) {
            core.header = header;
            core.reference0 = null;
            lane.advance();
            core.message = MESSAGE;
            core.state = STATE;
            return this;
        }

        /**
         * The values of {@link Count}.
         */
        public record Copy(int round) {
        }
    }

    /**
     * The message {@code ask()}. {@link Turn} comes next.
     *
     * <pre>{@code
     * Evening -- ask() from Host -->
     *     Ask --> Turn
     * }</pre>
     */
    @CheckReturnValue
    public static final class Ask extends Turn implements Evening.Received {
        private static final int MESSAGE = 5;

        private static final int STATE = 4;

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
            core.reference0 = null;
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
     * The message {@code close()}. Nothing is left to do after it.
     *
     * <pre>{@code
     * Evening -- close() from Host -->
     *     Close --> end
     * }</pre>
     */
    @CheckReturnValue
    public static final class Close implements Evening.Received {
        private static final int MESSAGE = 6;

        private static final int STATE = 5;

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
     * Guest sends {@code here(int) to Host}.
     *
     * <pre>{@code
     * Evening -- count(int) from Host -->
     *     Counting
     *         -- here(int) to Host --> Evening
     * }</pre>
     */
    @CheckReturnValue
    public static sealed class Counting permits Count {
        private static final int STATE = 3;

        final Core core;

        private Counting(Core core) {
            this.core = core;
        }

        /**
         * Sends {@code here(int)} to Host.
         */
        @CheckReturnValue
        public Evening here(int round) {
            core.check(STATE);
            core.laneToHost.send(1L << 32 | (round & 0xFFFF_FFFFL));
            return core.enterEvening();
        }
    }

    /**
     * Guest sends one of several messages.
     *
     * <pre>{@code
     * Evening -- ask() from Host -->
     *     Turn
     *         -- stay() to Host --> Evening
     *         -- leave() to Host --> end
     * }</pre>
     */
    @CheckReturnValue
    public static sealed class Turn permits Ask {
        private static final int STATE = 4;

        final Core core;

        private Turn(Core core) {
            this.core = core;
        }

        /**
         * Sends {@code stay()} to Host.
         */
        @CheckReturnValue
        public Evening stay() {
            core.check(STATE);
            core.laneToHostTurnEachGuest.send(1L << 32);
            return core.enterEvening();
        }

        /**
         * Sends {@code leave()} to Host.
         */
        @CanIgnoreReturnValue
        public Ended leave() {
            core.check(STATE);
            core.leave();
            core.laneToHostTurnEachGuest.send(2L << 32);
            return core.end(5);
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

        private final OutLane laneToHostTurnEachGuest;

        private final InLane laneFromHost;

        private final InLane laneFromPorter;

        private Evening evening;

        private Tell tell;

        private Count count;

        private Ask ask;

        private Core(Place place, int member) {
            super(place, 0, member);
            laneToHost = out(0);
            laneToHostTurnEachGuest = out(1);
            laneFromHost = in(2);
            laneFromPorter = in(6);
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

        private Start enterStart() {
            state = Start.STATE;
            return new Start(this);
        }

        private Evening enterEvening() {
            state = Evening.STATE;
            Evening view = evening;
            if (view == null) {
                view = new Evening(this);
                evening = view;
            }
            return view;
        }

        private Counting enterCounting() {
            state = Counting.STATE;
            return new Counting(this);
        }

        private Turn enterTurn() {
            state = Turn.STATE;
            return new Turn(this);
        }

        private Tell viewOfTell() {
            Tell view = tell;
            if (view == null) {
                view = new Tell(this);
                tell = view;
            }
            return view;
        }

        private Count viewOfCount() {
            Count view = count;
            if (view == null) {
                view = new Count(this);
                count = view;
            }
            return view;
        }

        private Ask viewOfAsk() {
            Ask view = ask;
            if (view == null) {
                view = new Ask(this);
                ask = view;
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
