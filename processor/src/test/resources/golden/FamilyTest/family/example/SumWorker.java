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
 * The role Worker of {@link Sum}: a type for each of its states and for each message that it receives.
 *
 * <pre>{@code
 * Round
 *     -- work(int, String) from Master --> Work
 *     -- done() from Master --> Done
 * Answer
 *     -- result(long, String) to Master --> Round
 * }</pre>
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class SumWorker {
    private SumWorker() {
    }

    /**
     * Becomes a member of the family in a session.
     */
    static Round enter(Session session, int member) {
        return Core.of(session, member).enterRound();
    }

    /**
     * Worker receives one of several messages.
     *
     * <pre>{@code
     * (start) -->
     * Answer -- result(long, String) to Master -->
     *     Round
     *         -- work(int, String) from Master --> Work
     *         -- done() from Master --> Done
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
            InLane lane = core.laneFromMaster;
            long header = lane.poll();
            if (header <= 0) {
                // Neither InLane.EMPTY nor InLane.CLOSED is positive.
                return null;
            }
            return switch ((int) (header >>> 32)) {
                case 1 -> core.viewOfWork().take(lane, header);
                case 2 -> new Done(core).take(lane, header);
                default -> throw core.unexpected(header);
            };
        }

        /**
         * What may arrive in {@link Round}.
         */
        public sealed interface Received permits Work, Done {
            /**
             * Applies the function for what this is, and returns its result.
             */
            @CanIgnoreReturnValue
            default <R extends @Nullable Object, X extends Exception> R match(Case<Work, R, X> work,
                    Case<Done, R, X> done) throws X {
                if (this instanceof Work message) {
                    return work.apply(message);
                }
                return done.apply((Done) this);
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
     * The message {@code work(int, String)}. {@link Answer} comes next.
     *
     * <pre>{@code
     * Round -- work(int, String) from Master -->
     *     Work --> Answer
     * }</pre>
     */
    @CheckReturnValue
    public static final class Work extends Answer implements Round.Received {
        private static final int MESSAGE = 1;

        private static final int STATE = 1;

        private Work(Core core) {
            super(core);
        }

        public int n() {
            core.checkReadable(MESSAGE, "Work");
            return (int) core.header;
        }

        public String what() {
            core.checkReadable(MESSAGE, "Work");
            return (String) core.reference0;
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy(n(), what());
        }

        private Work take(InLane lane, long header) {
            core.header = header;
            core.reference0 = lane.reference(0);
            lane.advance();
            core.message = MESSAGE;
            core.state = STATE;
            return this;
        }

        /**
         * The values of {@link Work}.
         */
        public record Copy(int n, String what) {
        }
    }

    /**
     * The message {@code done()}. Nothing is left to do after it.
     *
     * <pre>{@code
     * Round -- done() from Master -->
     *     Done --> end
     * }</pre>
     */
    @CheckReturnValue
    public static final class Done implements Round.Received {
        private static final int MESSAGE = 2;

        private static final int STATE = 2;

        private final Core core;

        private Done(Core core) {
            this.core = core;
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy();
        }

        private Done take(InLane lane, long header) {
            core.reference0 = null;
            lane.advance();
            core.message = MESSAGE;
            core.end(STATE);
            return this;
        }

        /**
         * The values of {@link Done}.
         */
        public record Copy() {
        }
    }

    /**
     * Worker sends {@code result(long, String) to Master}.
     *
     * <pre>{@code
     * Round -- work(int, String) from Master -->
     *     Answer
     *         -- result(long, String) to Master --> Round
     * }</pre>
     */
    @CheckReturnValue
    public static sealed class Answer permits Work {
        private static final int STATE = 1;

        final Core core;

        private Answer(Core core) {
            this.core = core;
        }

        /**
         * Sends {@code result(long, String)} to Master.
         */
        @CheckReturnValue
        public Round result(long value, String what) {
            core.check(STATE);
            OutLane lane = core.laneToMaster;
            if (lane.claim()) {
                lane.word(1, value);
                lane.reference(0, what);
                lane.publish(1L << 32);
            }
            return core.enterRound();
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
     * What the states share. The types above are views over the one object of this class.
     */
    @NullUnmarked
    private static class Core extends Endpoint {
        private int state;

        private int message;

        private long header;

        private Object reference0;

        private final OutLane laneToMaster;

        private final InLane laneFromMaster;

        private Round round;

        private Work work;

        private Core(Place place, int member) {
            super(place, 1, member);
            laneToMaster = out(1);
            laneFromMaster = in(0);
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

        private Answer enterAnswer() {
            state = Answer.STATE;
            return new Answer(this);
        }

        private Work viewOfWork() {
            Work view = work;
            if (view == null) {
                view = new Work(this);
                work = view;
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
