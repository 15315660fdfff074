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
 * The role Voter of {@link Poll}: a type for each of its states and for each message that it receives.
 *
 * <pre>{@code
 * Round
 *     -- question(String) from Chair --> Question
 *     -- close() from Chair --> Close
 *     -- session over --> Ended
 * Answer
 *     -- answer(boolean) to Chair --> Round
 * }</pre>
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class PollVoter {
    private PollVoter() {
    }

    /**
     * Becomes a member of the family in a session.
     */
    static Round enter(Session session, int member) {
        return Core.of(session, member).enterRound();
    }

    /**
     * Voter receives a message or finds that the session is over.
     *
     * <pre>{@code
     * (start) -->
     * Answer -- answer(boolean) to Chair -->
     *     Round
     *         -- question(String) from Chair --> Question
     *         -- close() from Chair --> Close
     *         -- session over --> Ended
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
            if (core.isLeftBehind()) {
                return core.end(2);
            }
            InLane lane = core.laneFromChair;
            long header = lane.poll();
            if (header <= 0) {
                // Neither InLane.EMPTY nor InLane.CLOSED is positive.
                return core.over() ? core.end(2) : null;
            }
            return switch ((int) (header >>> 32)) {
                case 1 -> {
                    core.active();
                    yield core.viewOfQuestion().take(lane, header);
                }
                case 2 -> {
                    core.active();
                    yield new Close(core).take(lane, header);
                }
                default -> throw core.unexpected(header);
            };
        }

        /**
         * What may arrive in {@link Round}.
         */
        public sealed interface Received permits Question, Close, Ended {
            /**
             * Applies the function for what this is, and returns its result.
             */
            @CanIgnoreReturnValue
            default <R extends @Nullable Object, X extends Exception> R match(
                    Case<Question, R, X> question, Case<Close, R, X> close, Case<Ended, R, X> ended)
                    throws X {
                if (this instanceof Question message) {
                    return question.apply(message);
                }
                if (this instanceof Close message) {
                    return close.apply(message);
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
    }

    /**
     * The message {@code question(String)}. {@link Answer} comes next.
     *
     * <pre>{@code
     * Round -- question(String) from Chair -->
     *     Question --> Answer
     * }</pre>
     */
    @CheckReturnValue
    public static final class Question extends Answer implements Round.Received {
        private static final int MESSAGE = 1;

        private static final int STATE = 1;

        private Question(Core core) {
            super(core);
        }

        public String text() {
            core.checkReadable(MESSAGE, "Question");
            return (String) core.reference0;
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy(text());
        }

        private Question take(InLane lane, long header) {
            core.reference0 = lane.reference(0);
            lane.advance();
            core.message = MESSAGE;
            core.state = STATE;
            return this;
        }

        /**
         * The values of {@link Question}.
         */
        public record Copy(String text) {
        }
    }

    /**
     * The message {@code close()}. Nothing is left to do after it.
     *
     * <pre>{@code
     * Round -- close() from Chair -->
     *     Close --> end
     * }</pre>
     */
    @CheckReturnValue
    public static final class Close implements Round.Received {
        private static final int MESSAGE = 2;

        private static final int STATE = 2;

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
     * Voter sends {@code answer(boolean) to Chair}.
     *
     * <pre>{@code
     * Round -- question(String) from Chair -->
     *     Answer
     *         -- answer(boolean) to Chair --> Round
     * }</pre>
     */
    @CheckReturnValue
    public static sealed class Answer permits Question {
        private static final int STATE = 1;

        final Core core;

        private Answer(Core core) {
            this.core = core;
        }

        /**
         * Sends {@code answer(boolean)} to Chair.
         */
        @CheckReturnValue
        public Round answer(boolean yes) {
            core.check(STATE);
            core.laneToChair.send(1L << 32 | (yes ? 1L : 0L));
            core.submit(1);
            return core.enterRound();
        }
    }

    /**
     * The session is over for Voter: nothing is left to do, and nothing will come.
     */
    public static final class Ended implements Round.Received {
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

        private Object reference0;

        private final OutLane laneToChair;

        private final InLane laneFromChair;

        private Round round;

        private Question question;

        private Core(Place place, int member) {
            super(place, 1, member);
            laneToChair = out(1);
            laneFromChair = in(0);
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

        private Question viewOfQuestion() {
            Question view = question;
            if (view == null) {
                view = new Question(this);
                question = view;
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
