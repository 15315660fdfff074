package example;

import dev.parley.runtime.CanIgnoreReturnValue;
import dev.parley.runtime.CheckReturnValue;
import dev.parley.runtime.Endpoint;
import dev.parley.runtime.Gatherer;
import dev.parley.runtime.Gathering;
import dev.parley.runtime.Place;
import dev.parley.runtime.Seat;
import dev.parley.runtime.Session;
import dev.parley.runtime.buffer.InLane;
import dev.parley.runtime.buffer.OutLane;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullUnmarked;

/**
 * The role Master of {@link Sum}: a type for each of its states and for each message that it receives.
 *
 * <pre>{@code
 * Round
 *     -- work(int, String) to Worker --> Answer
 *     -- done() to Worker --> end
 * Answer
 *     -- result(long, String) from each Worker --> Result
 * }</pre>
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class SumMaster {
    private SumMaster() {
    }

    /**
     * Takes the role's place in a session.
     */
    static Round enter(Session session) {
        return Core.of(session).enterRound();
    }

    /**
     * Takes the role over from its start on.
     */
    public static Round sit(Seat<Sum.Master> seat) {
        return Core.of(seat.take(SumSession.SPEC, 0, Round.STATE)).enterRound();
    }

    /**
     * Takes the role over at the start of {@code Round}.
     */
    public static Round sitAtRound(Seat.At<Sum.Master, Sum.Round> seat) {
        return Core.of(seat.take(SumSession.SPEC, 0, Round.STATE)).enterRound();
    }

    /**
     * Takes the role over at the start of {@code Answer}.
     */
    public static Answer sitAtAnswer(Seat.At<Sum.Master, Sum.Answer> seat) {
        return Core.of(seat.take(SumSession.SPEC, 0, Answer.STATE)).enterAnswer();
    }

    /**
     * Master sends one of several messages.
     *
     * <pre>{@code
     * (start) -->
     * Answer -- result(long, String) from each Worker -->
     *     Round
     *         -- work(int, String) to Worker --> Answer
     *         -- done() to Worker --> end
     * }</pre>
     */
    @CheckReturnValue
    public static sealed class Round permits Result {
        private static final int STATE = 0;

        final Core core;

        private Round(Core core) {
            this.core = core;
        }

        /**
         * Sends {@code work(int, String)} to Worker.
         */
        @CheckReturnValue
        public Answer work(int n, String what) {
            core.check(STATE);
            OutLane lane = core.laneToWorker;
            if (lane.claim()) {
                lane.reference(0, what);
                lane.publish(1L << 32 | (n & 0xFFFF_FFFFL));
            }
            return core.enterAnswer();
        }

        /**
         * Sends {@code done()} to Worker.
         */
        @CanIgnoreReturnValue
        public Ended done() {
            core.check(STATE);
            core.laneToWorker.send(2L << 32);
            return core.end(2);
        }

        /**
         * Makes a seat of this state: whoever sits down on it plays the role from its start on.
         */
        @CheckReturnValue
        public Seat<Sum.Master> toSeat() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat<>(core);
        }

        /**
         * Makes a seat of this state: whoever sits down on it plays the role at the start of {@code Round}.
         */
        @CheckReturnValue
        public Seat.At<Sum.Master, Sum.Round> toSeatAtRound() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat.At<>(core);
        }
    }

    /**
     * Master receives {@code result(long, String) from each Worker}.
     *
     * <pre>{@code
     * Round -- work(int, String) to Worker -->
     *     Answer
     *         -- result(long, String) from each Worker --> Result
     * }</pre>
     */
    @CheckReturnValue
    public static final class Answer {
        private static final int STATE = 1;

        private final Core core;

        private Answer(Core core) {
            this.core = core;
        }

        /**
         * Waits until each Worker that has not left has sent {@code result(long, String)}, and hands every message over as it comes.
         *
         * @throws X what the function throws; the messages that it has not got can be gathered again
         */
        public <X extends Exception> Result gather(Gatherer<Result.Item, X> each) throws X {
            core.check(STATE);
            Gathering lanes = core.lanesFromWorker;
            int member = lanes.next(1);
            while (member != Gathering.DONE) {
                each.take(member, core.itemOfResult().take(lanes, member));
                member = lanes.next(1);
            }
            return core.viewOfResult().enter(List.of());
        }

        /**
         * Waits until each Worker that has not left has sent {@code result(long, String)}, and keeps the messages.
         */
        public Result gather() {
            core.check(STATE);
            Gathering lanes = core.lanesFromWorker;
            List<Result.Copy> copies = new ArrayList<>();
            int member = lanes.next(1);
            while (member != Gathering.DONE) {
                copies.add(core.itemOfResult().take(lanes, member).copy());
                member = lanes.next(1);
            }
            return core.viewOfResult().enter(copies);
        }

        /**
         * Makes a seat of this state: whoever sits down on it plays the role at the start of {@code Answer}.
         */
        @CheckReturnValue
        public Seat.At<Sum.Master, Sum.Answer> toSeatAtAnswer() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat.At<>(core);
        }
    }

    /**
     * The messages {@code result(long, String)} of all members. {@link Round} comes next.
     *
     * <pre>{@code
     * Answer -- result(long, String) from each Worker -->
     *     Result --> Round
     * }</pre>
     */
    @CheckReturnValue
    public static final class Result extends Round {
        private static final int STATE = 0;

        private List<Copy> copies;

        private Result(Core core) {
            super(core);
        }

        /**
         * Returns the messages as values, as they came; none if they were handed over one by one.
         */
        public List<Copy> copies() {
            return copies;
        }

        private Result enter(List<Copy> gathered) {
            copies = gathered;
            // From here on the single messages are gone.
            core.message = 0;
            core.state = STATE;
            return this;
        }

        /**
         * The message {@code result(long, String)} of one member, until the next is taken.
         */
        public static final class Item {
            private static final int MESSAGE = 1;

            private final Core core;

            private int member;

            private Item(Core core) {
                this.core = core;
            }

            /**
             * Returns the index of the member.
             */
            public int member() {
                core.checkReadable(MESSAGE, "Result");
                return member;
            }

            public long value() {
                core.checkReadable(MESSAGE, "Result");
                return core.word1;
            }

            public String what() {
                core.checkReadable(MESSAGE, "Result");
                return (String) core.reference0;
            }

            /**
             * Returns the message as a value that may be kept.
             */
            public Copy copy() {
                return new Copy(member(), value(), what());
            }

            private Item take(Gathering lanes, int sender) {
                InLane lane = lanes.lane();
                core.word1 = lane.word(1);
                core.reference0 = lane.reference(0);
                lane.advance();
                core.message = MESSAGE;
                member = sender;
                return this;
            }
        }

        /**
         * The values of one of {@link Result}, with the index of the member that has sent it.
         */
        public record Copy(int member, long value, String what) {
        }
    }

    /**
     * The session is over for Master: nothing is left to do, and nothing will come.
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

        private long word1;

        private Object reference0;

        private final OutLane laneToWorker;

        private final Gathering lanesFromWorker;

        private Answer answer;

        private Result result;

        private Result.Item resultItem;

        private Core(Place place) {
            super(place, 0);
            laneToWorker = out(0);
            lanesFromWorker = gathering(1);
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

        private Ended end(int last) {
            state = last;
            finish();
            return new Ended(this);
        }

        private Round enterRound() {
            state = Round.STATE;
            return new Round(this);
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

        private Result.Item itemOfResult() {
            Result.Item view = resultItem;
            if (view == null) {
                view = new Result.Item(this);
                resultItem = view;
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
