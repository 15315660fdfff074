package example;

import dev.parley.runtime.CanIgnoreReturnValue;
import dev.parley.runtime.CheckReturnValue;
import dev.parley.runtime.ChoiceTimedOutException;
import dev.parley.runtime.EventEndpoint;
import dev.parley.runtime.NextState;
import dev.parley.runtime.Place;
import dev.parley.runtime.Prompt;
import dev.parley.runtime.Reactor;
import dev.parley.runtime.Resumption;
import dev.parley.runtime.Seat;
import dev.parley.runtime.Session;
import dev.parley.runtime.TimedEndpoint;
import dev.parley.runtime.buffer.InLane;
import dev.parley.runtime.buffer.OutLane;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * The role Worker of {@link Shift}: a type for each of its states and for each message that it receives.
 *
 * <pre>{@code
 * Start
 *     -- job() from Boss --> Job
 * Work
 *     -- progress(int) to Boss --> Work
 *     -- tookTooLong() to Boss --> Apology
 * Apology
 *     -- sorry() to Boss --> end
 * }</pre>
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class ShiftWorker {
    private ShiftWorker() {
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
    public static Start sit(Seat<Shift.Worker> seat) {
        return Core.of(seat.take(ShiftSession.SPEC, 1, Start.STATE), null).enterStart();
    }

    /**
     * Takes the role over at the start of {@code Work}.
     */
    public static Work sitAtWork(Seat.At<Shift.Worker, Shift.Work> seat) {
        return Core.of(seat.take(ShiftSession.SPEC, 1, Work.STATE), null).enterWork();
    }

    /**
     * Takes the role over at the start of {@code Apology}.
     */
    public static Apology sitAtApology(Seat.At<Shift.Worker, Shift.Apology> seat) {
        return Core.of(seat.take(ShiftSession.SPEC, 1, Apology.STATE), null).enterApology();
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
            case 1 -> new Job(core).take(message, message.poll());
            case 3 -> core.enterApology();
            default -> core.end(3);
        };
    }

    /**
     * Takes the role's place in a session, and lets a handler play it.
     */
    static Prompt enter(Session session, Reactor reactor, Handler handler) {
        Core core = Core.of(session, reactor);
        core.play(handler, core.enterStart());
        return core;
    }

    /**
     * Plays the role by events: a method is called for each message that comes, and returns the state in which the role
     * waits for the next one. A {@link Reactor} calls them, all in one thread; they must not wait for anything.
     */
    public interface Handler {
        /**
         * {@code job()} has arrived.
         */
        Next job(Job job) throws Exception;

        /**
         * The role has left the choice open, and somebody has it look again; see {@link Prompt}.
         *
         * @return the same state to leave it open still
         */
        default Next continueWork(Work work) throws Exception {
            return work;
        }

        /**
         * The role has not chosen in {@code Work} within 1m, so {@code tookTooLong()} was sent.
         */
        Ended workTimedOut(Apology apology) throws Exception;

        /**
         * What methods of a handler return: a state that waits for a message, or the role's end.
         */
        abstract class Next extends NextState<Handler> {
            private Next() {
            }
        }
    }

    /**
     * Worker receives {@code job() from Boss}.
     *
     * <pre>{@code
     * (start) -->
     *     Start
     *         -- job() from Boss --> Job
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
        public Job receive() {
            Job received = tryReceive();
            return received != null ? received : await(core);
        }

        private Job await(Core waiting) {
            Job received;
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
        public Job receive(Duration timeout) throws TimeoutException {
            long deadline = core.deadline(timeout);
            Job received = tryReceive();
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
        public @Nullable Job tryReceive() {
            core.check(STATE);
            InLane lane = core.laneFromBoss;
            long header = lane.poll();
            if (header <= 0) {
                // Neither InLane.EMPTY nor InLane.CLOSED is positive.
                return null;
            }
            if (header >>> 32 != 1) {
                throw core.unexpected(header);
            }
            return new Job(core).take(lane, header);
        }

        @Override
        protected Handler. @Nullable Next handle(Handler handler) throws Exception {
            Job received = tryReceive();
            if (received == null) {
                return null;
            }
            return core.reached(handler.job(received));
        }

        @Override
        protected boolean isStateOf(EventEndpoint<Handler> role) {
            return core == role && core.state == STATE;
        }

        /**
         * Makes a seat of this state: whoever sits down on it plays the role from its start on.
         */
        @CheckReturnValue
        public Seat<Shift.Worker> toSeat() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat<>(core);
        }
    }

    /**
     * The message {@code job()}. {@link Work} comes next.
     *
     * <pre>{@code
     * Start -- job() from Boss -->
     *     Job --> Work
     * }</pre>
     */
    @CheckReturnValue
    public static final class Job extends Work implements Resumed {
        private static final int MESSAGE = 1;

        private static final int STATE = 1;

        private Job(Core core) {
            super(core);
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy();
        }

        private Job take(InLane lane, long header) {
            lane.advance();
            core.message = MESSAGE;
            core.state = STATE;
            core.startTimer();
            return this;
        }

        /**
         * The values of {@link Job}.
         */
        public record Copy() {
        }
    }

    /**
     * Worker sends one of several messages.
     *
     * <pre>{@code
     * Start -- job() from Boss -->
     * Work -- progress(int) to Boss -->
     *     Work
     *         -- progress(int) to Boss --> Work
     *         -- tookTooLong() to Boss --> Apology
     * }</pre>
     */
    @CheckReturnValue
    public static sealed class Work extends Handler.Next permits Job {
        private static final int STATE = 1;

        final Core core;

        private Work(Core core) {
            this.core = core;
        }

        /**
         * Sends {@code progress(int)} to Boss.
         *
         * @throws ChoiceTimedOutException if the alternative with the timeout was taken before
         */
        @CheckReturnValue
        public Work progress(int percent) throws ChoiceTimedOutException {
            core.check(STATE);
            core.choose();
            core.laneToBoss.send(1L << 32 | (percent & 0xFFFF_FFFFL));
            core.startTimer();
            return this;
        }

        /**
         * Sends {@code tookTooLong()} to Boss.
         * After 1m the runtime sends it for the role; then this only goes on.
         */
        @CheckReturnValue
        public Apology tookTooLong() {
            core.check(STATE);
            if (core.isInTime()) {
                core.laneToBoss.send(2L << 32);
            }
            return core.enterApology();
        }

        @Override
        protected Handler. @Nullable Next handle(Handler handler) throws Exception {
            if (core.isTimeUp()) {
                return core.reached(handler.workTimedOut(tookTooLong()));
            }
            return core.isPrompted() ? core.reached(handler.continueWork(this)) : null;
        }

        @Override
        protected boolean isStateOf(EventEndpoint<Handler> role) {
            return core == role && core.state == STATE;
        }

        /**
         * Makes a seat of this state: whoever sits down on it plays the role at the start of {@code Work}.
         * The time to choose begins anew then.
         */
        @CheckReturnValue
        public Seat.At<Shift.Worker, Shift.Work> toSeatAtWork() {
            core.check(STATE);
            core.choose();
            core.state = ~STATE;
            return new Seat.At<>(core);
        }
    }

    /**
     * Worker sends {@code sorry() to Boss}.
     *
     * <pre>{@code
     * Work -- tookTooLong() to Boss -->
     *     Apology
     *         -- sorry() to Boss --> end
     * }</pre>
     */
    @CheckReturnValue
    public static final class Apology implements Resumed {
        private static final int STATE = 2;

        private final Core core;

        private Apology(Core core) {
            this.core = core;
        }

        /**
         * Sends {@code sorry()} to Boss.
         */
        @CanIgnoreReturnValue
        public Ended sorry() {
            core.check(STATE);
            core.laneToBoss.send(4L << 32);
            return core.end(3);
        }

        /**
         * Makes a seat of this state: whoever sits down on it plays the role at the start of {@code Apology}.
         */
        @CheckReturnValue
        public Seat.At<Shift.Worker, Shift.Apology> toSeatAtApology() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat.At<>(core);
        }
    }

    /**
     * The session is over for Worker: nothing is left to do, and nothing will come.
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
     * Where Worker may stand when a session is reopened.
     */
    public sealed interface Resumed permits Start, Job, Apology, Ended {
        /**
         * Applies the function for what this is, and returns its result.
         */
        @CanIgnoreReturnValue
        default <R extends @Nullable Object, X extends Exception> R match(Case<Start, R, X> start,
                Case<Job, R, X> job, Case<Apology, R, X> apology, Case<Ended, R, X> ended) throws
                X {
            if (this instanceof Start message) {
                return start.apply(message);
            }
            if (this instanceof Job message) {
                return job.apply(message);
            }
            if (this instanceof Apology message) {
                return apology.apply(message);
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
    private static class Core extends TimedEndpoint<Handler> {
        private int state;

        private int message;

        private final OutLane laneToBoss;

        private final InLane laneFromBoss;

        private Core(Place place, Reactor reactor) {
            super(place, 1, reactor);
            laneToBoss = out(1);
            laneFromBoss = in(0);
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
            startTimer();
            return new Work(this);
        }

        private Apology enterApology() {
            state = Apology.STATE;
            return new Apology(this);
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
