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
 * The role Worker, in branch left of Both, of {@link Rounds}: a type for each of its states and for each message that it receives.
 *
 * <pre>{@code
 * Start
 *     -- left(int) from Host --> Left
 * Answer
 *     -- result(long) to Host --> end
 * }</pre>
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class RoundsWorkerBothLeft {
    private final Core core;

    private RoundsWorkerBothLeft(Core core) {
        this.core = core;
    }

    static RoundsWorkerBothLeft enter(Session session) {
        return new RoundsWorkerBothLeft(Core.of(session));
    }

    Start begin() {
        core.begin(core.laneFromWorker);
        return core.enterStart();
    }

    Resumed resume(Resumption from) {
        core.state = from.state();
        InLane message = from.message();
        return switch (from.step()) {
            case 0 -> begin();
            case 1 -> core.enterStart();
            case 2 -> core.viewOfLeft().take(message, message.poll());
            default -> new Ended(core);
        };
    }

    /**
     * Worker receives {@code left(int) from Host}.
     *
     * <pre>{@code
     * (start) -->
     *     Start
     *         -- left(int) from Host --> Left
     * }</pre>
     */
    @CheckReturnValue
    public static final class Start implements Resumed {
        private static final int STATE = 1;

        private final Core core;

        private Start(Core core) {
            this.core = core;
        }

        /**
         * Waits for the next message.
         */
        public Left receive() {
            Left received = tryReceive();
            return received != null ? received : await(core);
        }

        private Left await(Core waiting) {
            Left received;
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
        public Left receive(Duration timeout) throws TimeoutException {
            long deadline = core.deadline(timeout);
            Left received = tryReceive();
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
        public @Nullable Left tryReceive() {
            core.check(STATE);
            InLane lane = core.laneFromHostBothLeft;
            long header = lane.poll();
            if (header <= 0) {
                // Neither InLane.EMPTY nor InLane.CLOSED is positive.
                return null;
            }
            if (header >>> 32 != 1) {
                throw core.unexpected(header);
            }
            return core.viewOfLeft().take(lane, header);
        }
    }

    /**
     * The message {@code left(int)}. {@link Answer} comes next.
     *
     * <pre>{@code
     * Start -- left(int) from Host -->
     *     Left --> Answer
     * }</pre>
     */
    @CheckReturnValue
    public static final class Left extends Answer implements Resumed {
        private static final int MESSAGE = 1;

        private static final int STATE = 2;

        private Left(Core core) {
            super(core);
        }

        public int number() {
            core.checkReadable(MESSAGE, "Left");
            return (int) core.header;
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy(number());
        }

        private Left take(InLane lane, long header) {
            core.header = header;
            lane.advance();
            core.message = MESSAGE;
            core.state = STATE;
            return this;
        }

        /**
         * The values of {@link Left}.
         */
        public record Copy(int number) {
        }
    }

    /**
     * Worker sends {@code result(long) to Host}.
     *
     * <pre>{@code
     * Start -- left(int) from Host -->
     *     Answer
     *         -- result(long) to Host --> end
     * }</pre>
     */
    @CheckReturnValue
    public static sealed class Answer permits Left {
        private static final int STATE = 2;

        final Core core;

        private Answer(Core core) {
            this.core = core;
        }

        /**
         * Sends {@code result(long)} to Host.
         */
        public void result(long square) {
            core.check(STATE);
            OutLane lane = core.laneToHostBothLeft;
            if (lane.claim()) {
                lane.word(1, square);
                lane.publish(1L << 32);
            }
            core.end(0);
        }
    }

    /**
     * The branch is over for Worker: nothing is left to do, and nothing will come.
     */
    public static final class Ended implements Resumed {
        private final Core core;

        private Ended(Core core) {
            this.core = core;
        }
    }

    /**
     * Where Worker, in branch left of Both, may stand when a session is reopened.
     */
    public sealed interface Resumed permits Start, Left, Ended {
        /**
         * Applies the function for what this is, and returns its result.
         */
        @CanIgnoreReturnValue
        default <R extends @Nullable Object, X extends Exception> R match(Case<Start, R, X> start,
                Case<Left, R, X> left, Case<Ended, R, X> ended) throws X {
            if (this instanceof Start message) {
                return start.apply(message);
            }
            if (this instanceof Left message) {
                return left.apply(message);
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
    private static class Core extends Endpoint {
        private int state;

        private int message;

        private long header;

        private final OutLane laneToHostBothLeft;

        private final OutLane laneToWorker;

        private final InLane laneFromHostBothLeft;

        private final InLane laneFromWorker;

        private Start start;

        private Left left;

        private Core(Place place) {
            super(place, 4);
            laneToHostBothLeft = out(8);
            laneToWorker = out(9);
            laneFromHostBothLeft = in(4);
            laneFromWorker = in(6);
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

        private void checkReadable(int expected, String name) {
            if (message != expected) {
                throw gone(name);
            }
        }

        private void end(int last) {
            state = last;
            done(laneToWorker);
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

        private Answer enterAnswer() {
            state = Answer.STATE;
            return new Answer(this);
        }

        private Left viewOfLeft() {
            Left view = left;
            if (view == null) {
                view = new Left(this);
                left = view;
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
