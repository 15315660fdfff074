package example;

import dev.parley.runtime.CanIgnoreReturnValue;
import dev.parley.runtime.CheckReturnValue;
import dev.parley.runtime.Endpoint;
import dev.parley.runtime.Gatherer;
import dev.parley.runtime.Gathering;
import dev.parley.runtime.Place;
import dev.parley.runtime.Session;
import dev.parley.runtime.Turns;
import dev.parley.runtime.buffer.InLane;
import dev.parley.runtime.buffer.OutLane;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullUnmarked;

/**
 * The role Host of {@link Outing}: a type for each of its states and for each message that it receives.
 *
 * <pre>{@code
 * Round
 *     -- invite(String) to Guest --> Reply
 *     -- eat(String) to Guest --> Dinner
 * Reply
 *     -- fork() --> InReply
 * Dinner
 *     -- thanks(int) from each Guest --> Thanks
 * InReply
 *     -- join() --> Round
 * }</pre>
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class OutingHost {
    private OutingHost() {
    }

    /**
     * Takes the role's place in a session.
     */
    static Round enter(Session session) {
        return Core.of(session).enterRound();
    }

    /**
     * Host sends one of several messages.
     *
     * <pre>{@code
     * (start) -->
     * InReply -- join() -->
     *     Round
     *         -- invite(String) to Guest --> Reply
     *         -- eat(String) to Guest --> Dinner
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
         * Sends {@code invite(String)} to Guest.
         */
        @CheckReturnValue
        public Reply invite(String where) {
            core.check(STATE);
            OutLane lane = core.laneToGuest;
            if (lane.claim()) {
                lane.reference(0, where);
                lane.publish(1L << 32);
            }
            return core.enterReply();
        }

        /**
         * Sends {@code eat(String)} to Guest.
         */
        @CheckReturnValue
        public Dinner eat(String dish) {
            core.check(STATE);
            OutLane lane = core.laneToGuest;
            if (lane.claim()) {
                lane.reference(0, dish);
                lane.publish(2L << 32);
            }
            return core.enterDinner();
        }
    }

    /**
     * Host enters Reply.
     *
     * <pre>{@code
     * Round -- invite(String) to Guest -->
     *     Reply
     *         -- fork() --> InReply
     * }</pre>
     */
    @CheckReturnValue
    public static final class Reply {
        private static final int STATE = 1;

        private final Core core;

        private Reply(Core core) {
            this.core = core;
        }

        /**
         * Enters {@code Reply}: its branches begin.
         */
        @CheckReturnValue
        public InReply fork() {
            core.check(STATE);
            core.turnsOfHostReplyEachGuest.begin();
            return core.enterInReply();
        }
    }

    /**
     * Host receives {@code thanks(int) from each Guest}.
     *
     * <pre>{@code
     * Round -- eat(String) to Guest -->
     *     Dinner
     *         -- thanks(int) from each Guest --> Thanks
     * }</pre>
     */
    @CheckReturnValue
    public static final class Dinner {
        private static final int STATE = 2;

        private final Core core;

        private Dinner(Core core) {
            this.core = core;
        }

        /**
         * Waits until each Guest that has not left has sent {@code thanks(int)}, and hands every message over as it comes.
         *
         * @throws X what the function throws; the messages that it has not got can be gathered again
         */
        @CanIgnoreReturnValue
        public <X extends Exception> Thanks gather(Gatherer<Thanks.Item, X> each) throws X {
            core.check(STATE);
            Gathering lanes = core.lanesFromGuest;
            int member = lanes.next(1);
            while (member != Gathering.DONE) {
                each.take(member, core.itemOfThanks().take(lanes, member));
                member = lanes.next(1);
            }
            return new Thanks(core).enter(List.of());
        }

        /**
         * Waits until each Guest that has not left has sent {@code thanks(int)}, and keeps the messages.
         */
        @CanIgnoreReturnValue
        public Thanks gather() {
            core.check(STATE);
            Gathering lanes = core.lanesFromGuest;
            List<Thanks.Copy> copies = new ArrayList<>();
            int member = lanes.next(1);
            while (member != Gathering.DONE) {
                copies.add(core.itemOfThanks().take(lanes, member).copy());
                member = lanes.next(1);
            }
            return new Thanks(core).enter(copies);
        }
    }

    /**
     * The messages {@code thanks(int)} of all members. Nothing is left to do after it.
     *
     * <pre>{@code
     * Dinner -- thanks(int) from each Guest -->
     *     Thanks --> end
     * }</pre>
     */
    @CheckReturnValue
    public static final class Thanks {
        private static final int STATE = 4;

        private List<Copy> copies;

        private final Core core;

        private Thanks(Core core) {
            this.core = core;
        }

        /**
         * Returns the messages as values, as they came; none if they were handed over one by one.
         */
        public List<Copy> copies() {
            return copies;
        }

        private Thanks enter(List<Copy> gathered) {
            copies = gathered;
            // From here on the single messages are gone.
            core.message = 0;
            core.end(STATE);
            return this;
        }

        /**
         * The message {@code thanks(int)} of one member, until the next is taken.
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
                core.checkReadable(MESSAGE, "Thanks");
                return member;
            }

            public int stars() {
                core.checkReadable(MESSAGE, "Thanks");
                return (int) core.header;
            }

            /**
             * Returns the message as a value that may be kept.
             */
            public Copy copy() {
                return new Copy(member(), stars());
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
         * The values of one of {@link Thanks}, with the index of the member that has sent it.
         */
        public record Copy(int member, int stars) {
        }
    }

    /**
     * Host is in the branches of Reply.
     *
     * <pre>{@code
     * Reply -- fork() -->
     *     InReply
     *         -- join() --> Round
     * }</pre>
     */
    @CheckReturnValue
    public static final class InReply {
        private static final int STATE = 3;

        private final Core core;

        private InReply(Core core) {
            this.core = core;
        }

        /**
         * Returns the indices of the members that Reply is run for: those that have not left.
         */
        public List<Integer> members() {
            core.check(STATE);
            return core.turnsOfHostReplyEachGuest.members();
        }

        /**
         * Begins Reply for a member; it may be played in a thread of its own. To be called once for each of the
         * {@code members}, before {@code join}.
         *
         * @throws IllegalArgumentException if there is no such member, or it has left
         */
        public OutingHostReplyEachGuest.Start member(int index) {
            core.check(STATE);
            return core.beginHostReplyEachGuest(index);
        }

        /**
         * Waits until Reply has been run for all members.
         */
        @CheckReturnValue
        public Round join() {
            core.check(STATE);
            core.turnsOfHostReplyEachGuest.join();
            return core.enterRound();
        }
    }

    /**
     * The session is over for Host: nothing is left to do, and nothing will come.
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

        private final OutLane laneToGuest;

        private final Turns turnsOfHostReplyEachGuest;

        private final Gathering lanesFromGuest;

        private OutingHostReplyEachGuest[] hostReplyEachGuest = {};

        private Round round;

        private Reply reply;

        private InReply inReply;

        private Thanks.Item thanksItem;

        private Core(Place place) {
            super(place, 1);
            laneToGuest = out(2);
            turnsOfHostReplyEachGuest = turns(3, 5);
            lanesFromGuest = gathering(0);
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

        private OutingHostReplyEachGuest.Start beginHostReplyEachGuest(int member) {
            turnsOfHostReplyEachGuest.check(member);
            if (member >= hostReplyEachGuest.length) {
                hostReplyEachGuest = Arrays.copyOf(hostReplyEachGuest, member + 1);
            }
            if (hostReplyEachGuest[member] == null) {
                hostReplyEachGuest[member] = OutingHostReplyEachGuest.enter(session(), member);
            }
            return hostReplyEachGuest[member].begin();
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

        private Reply enterReply() {
            state = Reply.STATE;
            Reply view = reply;
            if (view == null) {
                view = new Reply(this);
                reply = view;
            }
            return view;
        }

        private Dinner enterDinner() {
            state = Dinner.STATE;
            return new Dinner(this);
        }

        private InReply enterInReply() {
            state = InReply.STATE;
            InReply view = inReply;
            if (view == null) {
                view = new InReply(this);
                inReply = view;
            }
            return view;
        }

        private Thanks.Item itemOfThanks() {
            Thanks.Item view = thanksItem;
            if (view == null) {
                view = new Thanks.Item(this);
                thanksItem = view;
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
