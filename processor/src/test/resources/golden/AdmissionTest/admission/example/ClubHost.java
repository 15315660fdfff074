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
 * The role Host of {@link Club}: a type for each of its states and for each message that it receives.
 *
 * <pre>{@code
 * Start
 *     -- welcome() to Guest --> Evening
 * Evening
 *     -- tell(String) to Guest --> Evening
 *     -- count(int) to Guest --> Counting
 *     -- ask() to Guest --> Turn
 *     -- close() to Guest and Porter --> end
 * Counting
 *     -- here(int) from each Guest --> Here
 * Turn
 *     -- fork() --> InTurn
 * InTurn
 *     -- join() --> Evening
 * }</pre>
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class ClubHost {
    private ClubHost() {
    }

    /**
     * Takes the role's place in a session.
     */
    static Start enter(Session session) {
        return Core.of(session).enterStart();
    }

    /**
     * Host sends {@code welcome() to Guest}.
     *
     * <pre>{@code
     * (start) -->
     *     Start
     *         -- welcome() to Guest --> Evening
     * }</pre>
     */
    @CheckReturnValue
    public static final class Start {
        private static final int STATE = 0;

        private final Core core;

        private Start(Core core) {
            this.core = core;
        }

        /**
         * Sends {@code welcome()} to Guest.
         */
        @CheckReturnValue
        public Evening welcome() {
            core.check(STATE);
            core.laneToGuest.send(1L << 32);
            return core.enterEvening();
        }
    }

    /**
     * Host sends one of several messages.
     *
     * <pre>{@code
     * Start -- welcome() to Guest -->
     * Evening -- tell(String) to Guest -->
     * Counting -- here(int) from each Guest -->
     * InTurn -- join() -->
     *     Evening
     *         -- tell(String) to Guest --> Evening
     *         -- count(int) to Guest --> Counting
     *         -- ask() to Guest --> Turn
     *         -- close() to Guest and Porter --> end
     * }</pre>
     */
    @CheckReturnValue
    public static sealed class Evening permits Here {
        private static final int STATE = 1;

        final Core core;

        private Evening(Core core) {
            this.core = core;
        }

        /**
         * Sends {@code tell(String)} to Guest.
         */
        @CheckReturnValue
        public Evening tell(String what) {
            core.check(STATE);
            OutLane lane = core.laneToGuest;
            if (lane.claim()) {
                lane.reference(0, what);
                lane.publish(2L << 32);
            }
            return this;
        }

        /**
         * Sends {@code count(int)} to Guest.
         */
        @CheckReturnValue
        public Counting count(int round) {
            core.check(STATE);
            core.laneToGuest.send(3L << 32 | (round & 0xFFFF_FFFFL));
            return core.enterCounting();
        }

        /**
         * Sends {@code ask()} to Guest.
         */
        @CheckReturnValue
        public Turn ask() {
            core.check(STATE);
            core.laneToGuest.send(4L << 32);
            return core.enterTurn();
        }

        /**
         * Sends {@code close()} to Guest and Porter.
         */
        @CanIgnoreReturnValue
        public Ended close() {
            core.check(STATE);
            core.laneToGuest.send(5L << 32);
            core.laneToPorter.send(1L << 32);
            return core.end(6);
        }

        /**
         * Takes in all that wait to join Guest; they have a part in all that follows. The state stays as it is.
         *
         * @return how many they are
         */
        @CanIgnoreReturnValue
        public int admit() {
            core.check(STATE);
            return core.admit(0, 2);
        }
    }

    /**
     * Host receives {@code here(int) from each Guest}.
     *
     * <pre>{@code
     * Evening -- count(int) to Guest -->
     *     Counting
     *         -- here(int) from each Guest --> Here
     * }</pre>
     */
    @CheckReturnValue
    public static final class Counting {
        private static final int STATE = 2;

        private final Core core;

        private Counting(Core core) {
            this.core = core;
        }

        /**
         * Waits until each Guest that has not left has sent {@code here(int)}, and hands every message over as it comes.
         *
         * @throws X what the function throws; the messages that it has not got can be gathered again
         */
        public <X extends Exception> Here gather(Gatherer<Here.Item, X> each) throws X {
            core.check(STATE);
            Gathering lanes = core.lanesFromGuest;
            int member = lanes.next(1);
            while (member != Gathering.DONE) {
                each.take(member, core.itemOfHere().take(lanes, member));
                member = lanes.next(1);
            }
            return core.viewOfHere().enter(List.of());
        }

        /**
         * Waits until each Guest that has not left has sent {@code here(int)}, and keeps the messages.
         */
        public Here gather() {
            core.check(STATE);
            Gathering lanes = core.lanesFromGuest;
            List<Here.Copy> copies = new ArrayList<>();
            int member = lanes.next(1);
            while (member != Gathering.DONE) {
                copies.add(core.itemOfHere().take(lanes, member).copy());
                member = lanes.next(1);
            }
            return core.viewOfHere().enter(copies);
        }
    }

    /**
     * The messages {@code here(int)} of all members. {@link Evening} comes next.
     *
     * <pre>{@code
     * Counting -- here(int) from each Guest -->
     *     Here --> Evening
     * }</pre>
     */
    @CheckReturnValue
    public static final class Here extends Evening {
        private static final int STATE = 1;

        private List<Copy> copies;

        private Here(Core core) {
            super(core);
        }

        /**
         * Returns the messages as values, as they came; none if they were handed over one by one.
         */
        public List<Copy> copies() {
            return copies;
        }

        private Here enter(List<Copy> gathered) {
            copies = gathered;
            // From here on the single messages are gone.
            core.message = 0;
            core.state = STATE;
            return this;
        }

        /**
         * The message {@code here(int)} of one member, until the next is taken.
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
                core.checkReadable(MESSAGE, "Here");
                return member;
            }

            public int round() {
                core.checkReadable(MESSAGE, "Here");
                return (int) core.header;
            }

            /**
             * Returns the message as a value that may be kept.
             */
            public Copy copy() {
                return new Copy(member(), round());
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
         * The values of one of {@link Here}, with the index of the member that has sent it.
         */
        public record Copy(int member, int round) {
        }
    }

    /**
     * Host enters Turn.
     *
     * <pre>{@code
     * Evening -- ask() to Guest -->
     *     Turn
     *         -- fork() --> InTurn
     * }</pre>
     */
    @CheckReturnValue
    public static final class Turn {
        private static final int STATE = 3;

        private final Core core;

        private Turn(Core core) {
            this.core = core;
        }

        /**
         * Enters {@code Turn}: its branches begin.
         */
        @CheckReturnValue
        public InTurn fork() {
            core.check(STATE);
            core.turnsOfHostTurnEachGuest.begin();
            return core.enterInTurn();
        }
    }

    /**
     * Host is in the branches of Turn.
     *
     * <pre>{@code
     * Turn -- fork() -->
     *     InTurn
     *         -- join() --> Evening
     * }</pre>
     */
    @CheckReturnValue
    public static final class InTurn {
        private static final int STATE = 5;

        private final Core core;

        private InTurn(Core core) {
            this.core = core;
        }

        /**
         * Returns the indices of the members that Turn is run for: those that have not left.
         */
        public List<Integer> members() {
            core.check(STATE);
            return core.turnsOfHostTurnEachGuest.members();
        }

        /**
         * Begins Turn for a member; it may be played in a thread of its own. To be called once for each of the
         * {@code members}, before {@code join}.
         *
         * @throws IllegalArgumentException if there is no such member, or it has left
         */
        public ClubHostTurnEachGuest.Start member(int index) {
            core.check(STATE);
            return core.beginHostTurnEachGuest(index);
        }

        /**
         * Waits until Turn has been run for all members.
         */
        @CheckReturnValue
        public Evening join() {
            core.check(STATE);
            core.turnsOfHostTurnEachGuest.join();
            return core.enterEvening();
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

        private final Turns turnsOfHostTurnEachGuest;

        private final OutLane laneToPorter;

        private final Gathering lanesFromGuest;

        private ClubHostTurnEachGuest[] hostTurnEachGuest = {};

        private Evening evening;

        private Counting counting;

        private Turn turn;

        private InTurn inTurn;

        private Here here;

        private Here.Item hereItem;

        private Core(Place place) {
            super(place, 1);
            laneToGuest = out(2);
            turnsOfHostTurnEachGuest = turns(3, 5);
            laneToPorter = out(4);
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

        private ClubHostTurnEachGuest.Start beginHostTurnEachGuest(int member) {
            turnsOfHostTurnEachGuest.check(member);
            if (member >= hostTurnEachGuest.length) {
                hostTurnEachGuest = Arrays.copyOf(hostTurnEachGuest, member + 1);
            }
            if (hostTurnEachGuest[member] == null) {
                hostTurnEachGuest[member] = ClubHostTurnEachGuest.enter(session(), member);
            }
            return hostTurnEachGuest[member].begin();
        }

        private Start enterStart() {
            state = Start.STATE;
            return new Start(this);
        }

        private Evening enterEvening() {
            state = Evening.STATE;
            Evening view = evening;
            if (view == null) {
                view = new Evening(this);
                evening = view;
            }
            return view;
        }

        private Counting enterCounting() {
            state = Counting.STATE;
            Counting view = counting;
            if (view == null) {
                view = new Counting(this);
                counting = view;
            }
            return view;
        }

        private Turn enterTurn() {
            state = Turn.STATE;
            Turn view = turn;
            if (view == null) {
                view = new Turn(this);
                turn = view;
            }
            return view;
        }

        private InTurn enterInTurn() {
            state = InTurn.STATE;
            InTurn view = inTurn;
            if (view == null) {
                view = new InTurn(this);
                inTurn = view;
            }
            return view;
        }

        private Here viewOfHere() {
            Here view = here;
            if (view == null) {
                view = new Here(this);
                here = view;
            }
            return view;
        }

        private Here.Item itemOfHere() {
            Here.Item view = hereItem;
            if (view == null) {
                view = new Here.Item(this);
                hereItem = view;
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
