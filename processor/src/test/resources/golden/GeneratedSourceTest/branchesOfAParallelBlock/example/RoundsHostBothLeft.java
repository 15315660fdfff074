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
 * The role Host, in branch left of Both, of {@link Rounds}: a type for each of its states and for each message that it receives.
 *
 * <pre>{@code
 * Start
 *     -- left(int) to Worker --> Answer
 * Answer
 *     -- result(long) from Worker --> Result
 * }</pre>
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class RoundsHostBothLeft {
    private final Core core;

    private RoundsHostBothLeft(Core core) {
        this.core = core;
    }

    static RoundsHostBothLeft enter(Session session) {
        return new RoundsHostBothLeft(Core.of(session));
    }

    Start begin() {
        core.begin(core.laneFromHost);
        return core.enterStart();
    }

    Resumed resume(Resumption from) {
        core.state = from.state();
        InLane message = from.message();
        return switch (from.step()) {
            case 0 -> begin();
            case 1 -> core.enterStart();
            case 2 -> core.enterAnswer();
            case 3 -> core.viewOfResult().take(message, message.poll());
            default -> throw from.unknown();
        };
    }

    /**
     * Host sends {@code left(int) to Worker}.
     *
     * <pre>{@code
     * (start) -->
     *     Start
     *         -- left(int) to Worker --> Answer
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
         * Sends {@code left(int)} to Worker.
         */
        @CheckReturnValue
        public Answer left(int number) {
            core.check(STATE);
            core.laneToWorkerBothLeft.send(1L << 32 | (number & 0xFFFF_FFFFL));
            return core.enterAnswer();
        }
    }

    /**
     * Host receives {@code result(long) from Worker}.
     *
     * <pre>{@code
     * Start -- left(int) to Worker -->
     *     Answer
     *         -- result(long) from Worker --> Result
     * }</pre>
     */
    @CheckReturnValue
    public static final class Answer implements Resumed {
        private static final int STATE = 2;

        private final Core core;

        private Answer(Core core) {
            this.core = core;
        }

        /**
         * Waits for the next message.
         */
        @CanIgnoreReturnValue
        public Result receive() {
            Result received = tryReceive();
            return received != null ? received : await(core);
        }

        private Result await(Core waiting) {
            Result received;
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
        public Result receive(Duration timeout) throws TimeoutException {
            long deadline = core.deadline(timeout);
            Result received = tryReceive();
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
        public @Nullable Result tryReceive() {
            core.check(STATE);
            InLane lane = core.laneFromWorkerBothLeft;
            long header = lane.poll();
            if (header <= 0) {
                // Neither InLane.EMPTY nor InLane.CLOSED is positive.
                return null;
            }
            if (header >>> 32 != 1) {
                throw core.unexpected(header);
            }
            return core.viewOfResult().take(lane, header);
        }
    }

    /**
     * The message {@code result(long)}. Nothing is left to do after it.
     *
     * <pre>{@code
     * Answer -- result(long) from Worker -->
     *     Result --> end
     * }</pre>
     */
    @CheckReturnValue
    public static final class Result implements Resumed {
        private static final int MESSAGE = 1;

        private static final int STATE = 0;

        private final Core core;

        private Result(Core core) {
            this.core = core;
        }

        public long square() {
            core.checkReadable(MESSAGE, "Result");
            return core.word1;
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy(square());
        }

        private Result take(InLane lane, long header) {
            core.word1 = lane.word(1);
            lane.advance();
            core.message = MESSAGE;
            core.end(STATE);
            return this;
        }

        /**
         * The values of {@link Result}.
         */
        public record Copy(long square) {
        }
    }

    /**
     * Where Host, in branch left of Both, may stand when a session is reopened.
     */
    public sealed interface Resumed permits Start, Answer, Result {
        /**
         * Applies the function for what this is, and returns its result.
         */
        @CanIgnoreReturnValue
        default <R extends @Nullable Object, X extends Exception> R match(Case<Start, R, X> start,
                Case<Answer, R, X> answer, Case<Result, R, X> result) throws X {
            if (this instanceof Start message) {
                return start.apply(message);
            }
            if (this instanceof Answer message) {
                return answer.apply(message);
            }
            return result.apply((Result) this);
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

        private long word1;

        private final OutLane laneToHost;

        private final OutLane laneToWorkerBothLeft;

        private final InLane laneFromHost;

        private final InLane laneFromWorkerBothLeft;

        private Start start;

        private Answer answer;

        private Result result;

        private Core(Place place) {
            super(place, 1);
            laneToHost = out(3);
            laneToWorkerBothLeft = out(4);
            laneFromHost = in(0);
            laneFromWorkerBothLeft = in(8);
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

        private Answer enterAnswer() {
            state = Answer.STATE;
            Answer view = answer;
            if (view == null) {
                view = new Answer(this);
                answer = view;
            }
            return view;
        }

        private Result viewOfResult() {
            Result view = result;
            if (view == null) {
                view = new Result(this);
                result = view;
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
