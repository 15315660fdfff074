package example;

import dev.parley.runtime.CanIgnoreReturnValue;
import dev.parley.runtime.CheckReturnValue;
import dev.parley.runtime.Decision;
import dev.parley.runtime.Endpoint;
import dev.parley.runtime.Gatherer;
import dev.parley.runtime.Gathering;
import dev.parley.runtime.Place;
import dev.parley.runtime.Quorum;
import dev.parley.runtime.Seat;
import dev.parley.runtime.Session;
import dev.parley.runtime.buffer.InLane;
import dev.parley.runtime.buffer.OutLane;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullUnmarked;

/**
 * The role Chair of {@link Poll}: a type for each of its states and for each message that it receives.
 *
 * <pre>{@code
 * Round
 *     -- question(String) to Voter --> Answer
 *     -- close() to Voter --> end
 * Answer
 *     -- answer(boolean) from each Voter --> AnswerMessage
 * }</pre>
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class PollChair {
    private PollChair() {
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
    public static Round sit(Seat<Poll.Chair> seat) {
        return Core.of(seat.take(PollSession.SPEC, 0, Round.STATE)).enterRound();
    }

    /**
     * Takes the role over at the start of {@code Round}.
     */
    public static Round sitAtRound(Seat.At<Poll.Chair, Poll.Round> seat) {
        return Core.of(seat.take(PollSession.SPEC, 0, Round.STATE)).enterRound();
    }

    /**
     * Takes the role over at the start of {@code Answer}.
     */
    public static Answer sitAtAnswer(Seat.At<Poll.Chair, Poll.Answer> seat) {
        return Core.of(seat.take(PollSession.SPEC, 0, Answer.STATE)).enterAnswer();
    }

    /**
     * Chair sends one of several messages.
     *
     * <pre>{@code
     * (start) -->
     * Answer -- answer(boolean) from each Voter -->
     *     Round
     *         -- question(String) to Voter --> Answer
     *         -- close() to Voter --> end
     * }</pre>
     */
    @CheckReturnValue
    public static sealed class Round permits AnswerMessage {
        private static final int STATE = 0;

        final Core core;

        private Round(Core core) {
            this.core = core;
        }

        /**
         * Sends {@code question(String)} to Voter.
         */
        @CheckReturnValue
        public Answer question(String text) {
            core.check(STATE);
            OutLane lane = core.laneToVoter;
            if (lane.claim()) {
                lane.reference(0, text);
                lane.publish(1L << 32);
            }
            return core.enterAnswer();
        }

        /**
         * Sends {@code close()} to Voter.
         */
        @CanIgnoreReturnValue
        public Ended close() {
            core.check(STATE);
            core.laneToVoter.send(2L << 32);
            return core.end(2);
        }

        /**
         * Makes a seat of this state: whoever sits down on it plays the role from its start on.
         */
        @CheckReturnValue
        public Seat<Poll.Chair> toSeat() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat<>(core);
        }

        /**
         * Makes a seat of this state: whoever sits down on it plays the role at the start of {@code Round}.
         */
        @CheckReturnValue
        public Seat.At<Poll.Chair, Poll.Round> toSeatAtRound() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat.At<>(core);
        }
    }

    /**
     * Chair receives {@code answer(boolean) from each Voter}.
     *
     * <pre>{@code
     * Round -- question(String) to Voter -->
     *     Answer
     *         -- answer(boolean) from each Voter --> AnswerMessage
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
         * Waits until the quorum is decided of how many of Voter has sent {@code answer(boolean)}, and hands every message over as it comes.
         *
         * @throws X what the function throws; the messages that it has not got can be gathered again
         */
        public <X extends Exception> AnswerMessage gather(Quorum<AnswerMessage.Item> quorum,
                Gatherer<AnswerMessage.Item, X> each) throws X {
            core.check(STATE);
            Gathering lanes = core.lanesFromVoter;
            Decision<AnswerMessage.Item> decision = lanes.decide(quorum);
            int member = decision.next(1);
            while (member != Gathering.DONE) {
                AnswerMessage.Item item = core.itemOfAnswerMessage().take(lanes, member);
                decision.count(item);
                each.take(member, item);
                member = decision.next(1);
            }
            return core.viewOfAnswerMessage().enter(List.of(), decision.outcome());
        }

        /**
         * Waits until the quorum is decided of how many of Voter has sent {@code answer(boolean)}, and keeps the messages.
         */
        public AnswerMessage gather(Quorum<AnswerMessage.Item> quorum) {
            core.check(STATE);
            Gathering lanes = core.lanesFromVoter;
            List<AnswerMessage.Copy> copies = new ArrayList<>();
            Decision<AnswerMessage.Item> decision = lanes.decide(quorum);
            int member = decision.next(1);
            while (member != Gathering.DONE) {
                AnswerMessage.Item item = core.itemOfAnswerMessage().take(lanes, member);
                decision.count(item);
                copies.add(item.copy());
                member = decision.next(1);
            }
            return core.viewOfAnswerMessage().enter(copies, decision.outcome());
        }

        /**
         * Makes a seat of this state: whoever sits down on it plays the role at the start of {@code Answer}.
         */
        @CheckReturnValue
        public Seat.At<Poll.Chair, Poll.Answer> toSeatAtAnswer() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat.At<>(core);
        }
    }

    /**
     * The messages {@code answer(boolean)} of all members. {@link Round} comes next.
     *
     * <pre>{@code
     * Answer -- answer(boolean) from each Voter -->
     *     AnswerMessage --> Round
     * }</pre>
     */
    @CheckReturnValue
    public static final class AnswerMessage extends Round {
        private static final int STATE = 0;

        private List<Copy> copies;

        private Quorum.Outcome outcome;

        private AnswerMessage(Core core) {
            super(core);
        }

        /**
         * Returns the messages as values, as they came; none if they were handed over one by one.
         */
        public List<Copy> copies() {
            return copies;
        }

        private AnswerMessage enter(List<Copy> gathered, Quorum.Outcome decided) {
            copies = gathered;
            outcome = decided;
            // From here on the single messages are gone.
            core.message = 0;
            core.state = STATE;
            return this;
        }

        /**
         * Returns how the quorum was decided.
         */
        public Quorum.Outcome outcome() {
            return outcome;
        }

        /**
         * The message {@code answer(boolean)} of one member, until the next is taken.
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
                core.checkReadable(MESSAGE, "AnswerMessage");
                return member;
            }

            public boolean yes() {
                core.checkReadable(MESSAGE, "AnswerMessage");
                return (core.header & 1) != 0;
            }

            /**
             * Returns the message as a value that may be kept.
             */
            public Copy copy() {
                return new Copy(member(), yes());
            }

            private Item take(Gathering lanes, int sender) {
                InLane lane = lanes.lane();
                core.header = lanes.header();
                lane.advance();
                core.message = MESSAGE;
                member = sender;
                return this;
            }
        }

        /**
         * The values of one of {@link AnswerMessage}, with the index of the member that has sent it.
         */
        public record Copy(int member, boolean yes) {
        }
    }

    /**
     * The session is over for Chair: nothing is left to do, and nothing will come.
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

        private final OutLane laneToVoter;

        private final Gathering lanesFromVoter;

        private Answer answer;

        private AnswerMessage answerMessage;

        private AnswerMessage.Item answerMessageItem;

        private Core(Place place) {
            super(place, 0);
            laneToVoter = out(0);
            lanesFromVoter = gathering(1);
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

        private AnswerMessage viewOfAnswerMessage() {
            AnswerMessage view = answerMessage;
            if (view == null) {
                view = new AnswerMessage(this);
                answerMessage = view;
            }
            return view;
        }

        private AnswerMessage.Item itemOfAnswerMessage() {
            AnswerMessage.Item view = answerMessageItem;
            if (view == null) {
                view = new AnswerMessage.Item(this);
                answerMessageItem = view;
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
