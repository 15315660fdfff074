package example;

import dev.parley.runtime.CanIgnoreReturnValue;
import dev.parley.runtime.CheckReturnValue;
import dev.parley.runtime.Endpoint;
import dev.parley.runtime.Place;
import dev.parley.runtime.Resumption;
import dev.parley.runtime.Session;
import dev.parley.runtime.buffer.InLane;
import dev.parley.runtime.buffer.OutLane;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * The role Worker of {@link Rounds}: a type for each of its states and for each message that it receives.
 *
 * <pre>{@code
 * Next
 *     -- go() from Host --> Go
 *     -- stop() from Host --> Stop
 * Both
 *     -- fork() --> InBoth
 * InBoth
 *     -- join() --> Next
 * }</pre>
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class RoundsWorker {
    private RoundsWorker() {
    }

    /**
     * Takes the role's place in a session.
     */
    static Next enter(Session session) {
        return Core.of(session).enterNext();
    }

    /**
     * Takes the role's place in a session in the state that it had.
     */
    static Resumed resume(Session session) {
        Resumption from = session.resume(3);
        Core core = Core.of(session);
        core.state = from.state();
        InLane message = from.message();
        return switch (from.step()) {
            case 0, 6 -> core.enterNext();
            case 1 -> core.viewOfGo().take(message, message.poll());
            case 2 -> new Stop(core).take(message, message.poll());
            case 4 -> new ResumedInBoth(core);
            default -> throw from.unknown();
        };
    }

    /**
     * Worker receives one of several messages.
     *
     * <pre>{@code
     * (start) -->
     * InBoth -- join() -->
     *     Next
     *         -- go() from Host --> Go
     *         -- stop() from Host --> Stop
     * }</pre>
     */
    @CheckReturnValue
    public static final class Next implements Resumed {
        private static final int STATE = 0;

        private final Core core;

        private Next(Core core) {
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
                case 1 -> core.viewOfGo().take(lane, header);
                case 2 -> new Stop(core).take(lane, header);
                default -> throw core.unexpected(header);
            };
        }

        /**
         * What may arrive in {@link Next}.
         */
        public sealed interface Received permits Go, Stop {
            /**
             * Applies the function for what this is, and returns its result.
             */
            @CanIgnoreReturnValue
            default <R extends @Nullable Object, X extends Exception> R match(Case<Go, R, X> go,
                    Case<Stop, R, X> stop) throws X {
                if (this instanceof Go message) {
                    return go.apply(message);
                }
                return stop.apply((Stop) this);
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
     * The message {@code go()}. {@link Both} comes next.
     *
     * <pre>{@code
     * Next -- go() from Host -->
     *     Go --> Both
     * }</pre>
     */
    @CheckReturnValue
    @SuppressWarnings("overloads")
    public static final class Go extends Both implements Next.Received, Resumed {
        private static final int MESSAGE = 1;

        private static final int STATE = 1;

        private Go(Core core) {
            super(core);
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy();
        }

        private Go take(InLane lane, long header) {
            lane.advance();
            core.message = MESSAGE;
            core.state = STATE;
            return this;
        }

        /**
         * The values of {@link Go}.
         */
        public record Copy() {
        }
    }

    /**
     * The message {@code stop()}. Nothing is left to do after it.
     *
     * <pre>{@code
     * Next -- stop() from Host -->
     *     Stop --> end
     * }</pre>
     */
    @CheckReturnValue
    @SuppressWarnings("overloads")
    public static final class Stop implements Next.Received, Resumed {
        private static final int MESSAGE = 2;

        private static final int STATE = 2;

        private final Core core;

        private Stop(Core core) {
            this.core = core;
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy();
        }

        private Stop take(InLane lane, long header) {
            lane.advance();
            core.message = MESSAGE;
            core.end(STATE);
            return this;
        }

        /**
         * The values of {@link Stop}.
         */
        public record Copy() {
        }
    }

    /**
     * Worker enters Both.
     *
     * <pre>{@code
     * Next -- go() from Host -->
     *     Both
     *         -- fork() --> InBoth
     * }</pre>
     */
    @CheckReturnValue
    public static sealed class Both permits Go {
        private static final int STATE = 1;

        final Core core;

        private Both(Core core) {
            this.core = core;
        }

        /**
         * Enters {@code Both}: its branches begin.
         */
        @CheckReturnValue
        public InBoth fork() {
            core.check(STATE);
            core.laneToWorkerBothLeft.send(1L << 32);
            core.laneToWorkerBothRight.send(1L << 32);
            return core.enterInBoth();
        }
    }

    /**
     * Worker is in the branches of Both.
     *
     * <pre>{@code
     * Both -- fork() -->
     *     InBoth
     *         -- join() --> Next
     * }</pre>
     */
    @CheckReturnValue
    public static final class InBoth {
        private static final int STATE = 4;

        private final Core core;

        private InBoth(Core core) {
            this.core = core;
        }

        /**
         * Begins the branch {@code left}, which may be played in a thread of its own. To be called once, before {@code join}.
         */
        public RoundsWorkerBothLeft.Start left() {
            core.check(STATE);
            return core.beginWorkerBothLeft();
        }

        /**
         * Begins the branch {@code right}, which may be played in a thread of its own. To be called once, before {@code join}.
         */
        public RoundsWorkerBothRight.Offer right() {
            core.check(STATE);
            return core.beginWorkerBothRight();
        }

        /**
         * Waits until all branches of {@code Both} are done.
         */
        @CheckReturnValue
        public Next join() {
            core.check(STATE);
            core.checkBegun(6);
            core.checkBegun(7);
            core.join(core.laneFromWorkerBothLeft);
            core.join(core.laneFromWorkerBothRight);
            return core.enterNext();
        }
    }

    /**
     * Stands for {@link InBoth} when a session is reopened: its branches go on where they stand.
     */
    @CheckReturnValue
    public static final class ResumedInBoth implements Resumed {
        private static final int STATE = 4;

        private final Core core;

        private ResumedInBoth(Core core) {
            this.core = core;
        }

        /**
         * Goes on with the branch {@code left} where it stands, or begins it; it may be played in a thread of its own.
         * To be called once, before {@code join}.
         */
        public RoundsWorkerBothLeft.Resumed left() {
            core.check(STATE);
            return core.resumeWorkerBothLeft();
        }

        /**
         * Goes on with the branch {@code right} where it stands, or begins it; it may be played in a thread of its own.
         * To be called once, before {@code join}.
         */
        public RoundsWorkerBothRight.Resumed right() {
            core.check(STATE);
            return core.resumeWorkerBothRight();
        }

        /**
         * Waits until all branches of {@code Both} are done.
         */
        @CheckReturnValue
        public Next join() {
            core.check(STATE);
            core.checkResumed(6);
            core.checkResumed(7);
            core.join(core.laneFromWorkerBothLeft);
            core.join(core.laneFromWorkerBothRight);
            return core.enterNext();
        }
    }

    /**
     * The session is over for Worker: nothing is left to do, and nothing will come.
     */
    public static final class Ended {
        private final Core core;

        private Ended(Core core) {
            this.core = core;
        }
    }

    /**
     * Where Worker may stand when a session is reopened.
     */
    public sealed interface Resumed permits Next, Go, Stop, ResumedInBoth {
        /**
         * Applies the function for what this is, and returns its result.
         */
        @CanIgnoreReturnValue
        default <R extends @Nullable Object, X extends Exception> R match(Case<Next, R, X> next,
                Case<Go, R, X> go, Case<Stop, R, X> stop, Case<ResumedInBoth, R, X> resumedInBoth)
                throws X {
            if (this instanceof Next message) {
                return next.apply(message);
            }
            if (this instanceof Go message) {
                return go.apply(message);
            }
            if (this instanceof Stop message) {
                return stop.apply(message);
            }
            return resumedInBoth.apply((ResumedInBoth) this);
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
    private static class Core extends Endpoint {
        private int state;

        private int message;

        private final OutLane laneToWorkerBothLeft;

        private final OutLane laneToWorkerBothRight;

        private final InLane laneFromHost;

        private final InLane laneFromWorkerBothLeft;

        private final InLane laneFromWorkerBothRight;

        private RoundsWorkerBothLeft workerBothLeft;

        private RoundsWorkerBothRight workerBothRight;

        private Next next;

        private InBoth inBoth;

        private Go go;

        private Core(Place place) {
            super(place, 3);
            laneToWorkerBothLeft = out(6);
            laneToWorkerBothRight = out(7);
            laneFromHost = in(2);
            laneFromWorkerBothLeft = in(9);
            laneFromWorkerBothRight = in(11);
        }

        private static Core of(Place place) {
            return place.session().isSameThread() ? new Core(place) : new Padded(place);
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

        private RoundsWorkerBothLeft.Start beginWorkerBothLeft() {
            if (workerBothLeft == null) {
                workerBothLeft = RoundsWorkerBothLeft.enter(session());
            }
            return workerBothLeft.begin();
        }

        private RoundsWorkerBothLeft.Resumed resumeWorkerBothLeft() {
            if (workerBothLeft != null) {
                return workerBothLeft.begin();
            }
            Resumption from = session().resume(4);
            workerBothLeft = RoundsWorkerBothLeft.enter(session());
            return workerBothLeft.resume(from);
        }

        private RoundsWorkerBothRight.Offer beginWorkerBothRight() {
            if (workerBothRight == null) {
                workerBothRight = RoundsWorkerBothRight.enter(session());
            }
            return workerBothRight.begin();
        }

        private RoundsWorkerBothRight.Resumed resumeWorkerBothRight() {
            if (workerBothRight != null) {
                return workerBothRight.begin();
            }
            Resumption from = session().resume(5);
            workerBothRight = RoundsWorkerBothRight.enter(session());
            return workerBothRight.resume(from);
        }

        private Next enterNext() {
            state = Next.STATE;
            Next view = next;
            if (view == null) {
                view = new Next(this);
                next = view;
            }
            return view;
        }

        private Both enterBoth() {
            state = Both.STATE;
            return new Both(this);
        }

        private InBoth enterInBoth() {
            state = InBoth.STATE;
            InBoth view = inBoth;
            if (view == null) {
                view = new InBoth(this);
                inBoth = view;
            }
            return view;
        }

        private Go viewOfGo() {
            Go view = go;
            if (view == null) {
                view = new Go(this);
                go = view;
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

            private Padded(Place place) {
                super(place);
            }
        }
    }
}
