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
 * The role Boss of {@link Shift}: a type for each of its states and for each message that it receives.
 *
 * <pre>{@code
 * Start
 *     -- job() to Worker --> Work
 * Work
 *     -- progress(int) from Worker --> Progress
 *     -- tookTooLong() from Worker --> TookTooLong
 *     -- lost() on crash from Worker --> Lost
 * Apology
 *     -- sorry() from Worker --> Sorry
 * }</pre>
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class ShiftBoss {
    private ShiftBoss() {
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
    public static Start sit(Seat<Shift.Boss> seat) {
        return Core.of(seat.take(ShiftSession.SPEC, 0, Start.STATE), null).enterStart();
    }

    /**
     * Takes the role over at the start of {@code Work}.
     */
    public static Work sitAtWork(Seat.At<Shift.Boss, Shift.Work> seat) {
        return Core.of(seat.take(ShiftSession.SPEC, 0, Work.STATE), null).enterWork();
    }

    /**
     * Takes the role over at the start of {@code Apology}.
     */
    public static Apology sitAtApology(Seat.At<Shift.Boss, Shift.Apology> seat) {
        return Core.of(seat.take(ShiftSession.SPEC, 0, Apology.STATE), null).enterApology();
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
            case 1 -> core.enterWork();
            case 2 -> core.viewOfProgress().take(message, message.poll());
            case 3 -> new TookTooLong(core).take(message, message.poll());
            case 4 -> new Lost(core).take(message, message.poll());
            case 5 -> new Sorry(core).take(message, message.poll());
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
        Work start(Start start) throws Exception;

        /**
         * {@code progress(int)} has arrived.
         */
        Work progress(Progress progress) throws Exception;

        /**
         * {@code tookTooLong()} has arrived.
         */
        Apology tookTooLong(TookTooLong tookTooLong) throws Exception;

        /**
         * {@code lost() on crash} has arrived.
         */
        void lost(Lost lost) throws Exception;

        /**
         * {@code sorry()} has arrived.
         */
        void sorry(Sorry sorry) throws Exception;

        /**
         * What methods of a handler return: a state that waits for a message, or the role's end.
         */
        abstract class Next extends NextState<Handler> {
            private Next() {
            }
        }
    }

    /**
     * Boss sends {@code job() to Worker}.
     *
     * <pre>{@code
     * (start) -->
     *     Start
     *         -- job() to Worker --> Work
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
         * Sends {@code job()} to Worker.
         */
        @CheckReturnValue
        public Work job() {
            core.check(STATE);
            core.laneToWorker.send(1L << 32);
            return core.enterWork();
        }

        /**
         * Makes a seat of this state: whoever sits down on it plays the role from its start on.
         */
        @CheckReturnValue
        public Seat<Shift.Boss> toSeat() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat<>(core);
        }
    }

    /**
     * Boss receives one of several messages.
     *
     * <pre>{@code
     * Start -- job() to Worker -->
     * Work -- progress(int) from Worker -->
     *     Work
     *         -- progress(int) from Worker --> Progress
     *         -- tookTooLong() from Worker --> TookTooLong
     *         -- lost() on crash from Worker --> Lost
     * }</pre>
     */
    @CheckReturnValue
    public static sealed class Work extends Handler.Next implements Resumed permits Progress {
        private static final int STATE = 1;

        final Core core;

        private Work(Core core) {
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
            InLane lane = core.laneFromWorker;
            long header = lane.poll();
            if (header <= 0) {
                // Neither InLane.EMPTY nor InLane.CLOSED is positive.
                return null;
            }
            return switch ((int) (header >>> 32)) {
                case 1 -> core.viewOfProgress().take(lane, header);
                case 2 -> new TookTooLong(core).take(lane, header);
                case 3 -> new Lost(core).take(lane, header);
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
                case Progress.MESSAGE -> core.reached(handler.progress((Progress) received));
                case TookTooLong.MESSAGE -> core.reached(handler.tookTooLong((TookTooLong) received));
                default -> {
                    handler.lost((Lost) received);
                    yield new Ended(core);
                }
            };
        }

        @Override
        protected boolean isStateOf(EventEndpoint<Handler> role) {
            return core == role && core.state == STATE;
        }

        /**
         * Makes a seat of this state: whoever sits down on it plays the role at the start of {@code Work}.
         */
        @CheckReturnValue
        public Seat.At<Shift.Boss, Shift.Work> toSeatAtWork() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat.At<>(core);
        }

        /**
         * What may arrive in {@link Work}.
         */
        public sealed interface Received permits Progress, TookTooLong, Lost {
            /**
             * Applies the function for what this is, and returns its result.
             */
            @CanIgnoreReturnValue
            default <R extends @Nullable Object, X extends Exception> R match(
                    Case<Progress, R, X> progress, Case<TookTooLong, R, X> tookTooLong,
                    Case<Lost, R, X> lost) throws X {
                if (this instanceof Progress message) {
                    return progress.apply(message);
                }
                if (this instanceof TookTooLong message) {
                    return tookTooLong.apply(message);
                }
                return lost.apply((Lost) this);
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
     * The message {@code progress(int)}. {@link Work} comes next.
     *
     * <pre>{@code
     * Work -- progress(int) from Worker -->
     *     Progress --> Work
     * }</pre>
     */
    @CheckReturnValue
    @SuppressWarnings("overloads")
    public static final class Progress extends Work implements Work.Received, Resumed {
        private static final int MESSAGE = 1;

        private Progress(Core core) {
            super(core);
        }

        public int percent() {
            core.checkReadable(MESSAGE, "Progress");
            return (int) core.header;
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy(percent());
        }

        private Progress take(InLane lane, long header) {
            core.header = header;
            lane.advance();
            core.message = MESSAGE;
            return this;
        }

        /**
         * The values of {@link Progress}.
         */
        public record Copy(int percent) {
        }
    }

    /**
     * The message {@code tookTooLong()}. {@link Apology} comes next.
     *
     * <pre>{@code
     * Work -- tookTooLong() from Worker -->
     *     TookTooLong --> Apology
     * }</pre>
     */
    @CheckReturnValue
    @SuppressWarnings("overloads")
    public static final class TookTooLong extends Apology implements Work.Received, Resumed {
        private static final int MESSAGE = 2;

        private static final int STATE = 2;

        private TookTooLong(Core core) {
            super(core);
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy();
        }

        private TookTooLong take(InLane lane, long header) {
            lane.advance();
            core.message = MESSAGE;
            core.state = STATE;
            return this;
        }

        /**
         * The values of {@link TookTooLong}.
         */
        public record Copy() {
        }
    }

    /**
     * The message {@code lost() on crash}. Nothing is left to do after it.
     *
     * <pre>{@code
     * Work -- lost() on crash from Worker -->
     *     Lost --> end
     * }</pre>
     */
    @CheckReturnValue
    @SuppressWarnings("overloads")
    public static final class Lost implements Work.Received, Resumed {
        private static final int MESSAGE = 3;

        private static final int STATE = 3;

        private final Core core;

        private Lost(Core core) {
            this.core = core;
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy();
        }

        private Lost take(InLane lane, long header) {
            lane.advance();
            core.message = MESSAGE;
            core.end(STATE);
            return this;
        }

        /**
         * The values of {@link Lost}.
         */
        public record Copy() {
        }
    }

    /**
     * Boss receives {@code sorry() from Worker}.
     *
     * <pre>{@code
     * Work -- tookTooLong() from Worker -->
     *     Apology
     *         -- sorry() from Worker --> Sorry
     * }</pre>
     */
    @CheckReturnValue
    public static sealed class Apology extends Handler.Next permits TookTooLong {
        private static final int STATE = 2;

        final Core core;

        private Apology(Core core) {
            this.core = core;
        }

        /**
         * Waits for the next message.
         */
        @CanIgnoreReturnValue
        public Sorry receive() {
            Sorry received = tryReceive();
            return received != null ? received : await(core);
        }

        private Sorry await(Core waiting) {
            Sorry received;
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
        public Sorry receive(Duration timeout) throws TimeoutException {
            long deadline = core.deadline(timeout);
            Sorry received = tryReceive();
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
        public @Nullable Sorry tryReceive() {
            core.check(STATE);
            InLane lane = core.laneFromWorker;
            long header = lane.poll();
            if (header <= 0) {
                // Neither InLane.EMPTY nor InLane.CLOSED is positive.
                return null;
            }
            if (header >>> 32 != 4) {
                throw core.unexpected(header);
            }
            return new Sorry(core).take(lane, header);
        }

        @Override
        protected Handler. @Nullable Next handle(Handler handler) throws Exception {
            Sorry received = tryReceive();
            if (received == null) {
                return null;
            }
            handler.sorry(received);
            return new Ended(core);
        }

        @Override
        protected boolean isStateOf(EventEndpoint<Handler> role) {
            return core == role && core.state == STATE;
        }

        /**
         * Makes a seat of this state: whoever sits down on it plays the role at the start of {@code Apology}.
         */
        @CheckReturnValue
        public Seat.At<Shift.Boss, Shift.Apology> toSeatAtApology() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat.At<>(core);
        }
    }

    /**
     * The message {@code sorry()}. Nothing is left to do after it.
     *
     * <pre>{@code
     * Apology -- sorry() from Worker -->
     *     Sorry --> end
     * }</pre>
     */
    @CheckReturnValue
    public static final class Sorry implements Resumed {
        private static final int MESSAGE = 4;

        private static final int STATE = 3;

        private final Core core;

        private Sorry(Core core) {
            this.core = core;
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy();
        }

        private Sorry take(InLane lane, long header) {
            lane.advance();
            core.message = MESSAGE;
            core.end(STATE);
            return this;
        }

        /**
         * The values of {@link Sorry}.
         */
        public record Copy() {
        }
    }

    /**
     * The session is over for Boss: nothing is left to do, and nothing will come.
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
     * Where Boss may stand when a session is reopened.
     */
    public sealed interface Resumed permits Start, Work, Progress, TookTooLong, Lost, Sorry {
        /**
         * Applies the function for what this is, and returns its result.
         */
        @CanIgnoreReturnValue
        default <R extends @Nullable Object, X extends Exception> R match(Case<Start, R, X> start,
                Case<Work, R, X> work, Case<Progress, R, X> progress,
                Case<TookTooLong, R, X> tookTooLong, Case<Lost, R, X> lost, Case<Sorry, R, X> sorry)
                throws X {
            if (this instanceof Start message) {
                return start.apply(message);
            }
            if (this instanceof Progress message) {
                return progress.apply(message);
            }
            if (this instanceof TookTooLong message) {
                return tookTooLong.apply(message);
            }
            if (this instanceof Lost message) {
                return lost.apply(message);
            }
            if (this instanceof Sorry message) {
                return sorry.apply(message);
            }
            return work.apply((Work) this);
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

        private final OutLane laneToWorker;

        private final InLane laneFromWorker;

        private Progress progress;

        private Core(Place place, Reactor reactor) {
            super(place, 0, reactor);
            laneToWorker = out(0);
            laneFromWorker = in(1);
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

        private Work enterWork() {
            state = Work.STATE;
            return new Work(this);
        }

        private Apology enterApology() {
            state = Apology.STATE;
            return new Apology(this);
        }

        private Progress viewOfProgress() {
            Progress view = progress;
            if (view == null) {
                view = new Progress(this);
                progress = view;
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
                return core.reached(handler.start(core.enterStart()));
            }

            @Override
            protected boolean isStateOf(EventEndpoint<Handler> role) {
                return false;
            }
        }
    }
}
