package example;

import dev.parley.runtime.CanIgnoreReturnValue;
import dev.parley.runtime.CheckReturnValue;
import dev.parley.runtime.EventEndpoint;
import dev.parley.runtime.NextState;
import dev.parley.runtime.Place;
import dev.parley.runtime.Reactor;
import dev.parley.runtime.Resumption;
import dev.parley.runtime.Seat;
import dev.parley.runtime.Session;
import dev.parley.runtime.buffer.InLane;
import dev.parley.runtime.buffer.OutLane;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * The role Editor of {@link Studio}: a type for each of its states and for each message that it receives.
 *
 * <pre>{@code
 * Start
 *     -- hello() to Author --> Drafting
 * Drafting
 *     -- draft(String) from Author --> Draft
 * Verdict
 *     -- again() to Author --> Drafting
 *     -- accept() to Author --> BeforePrinted
 *     -- reject() to Author --> end
 * BeforePrinted
 *     -- printed() from Archive --> Printed
 * }</pre>
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class StudioEditor {
    private StudioEditor() {
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
    public static Start sit(Seat<Studio.Editor> seat) {
        return Core.of(seat.take(StudioSession.SPEC, 2, Start.STATE), null).enterStart();
    }

    /**
     * Takes the role over at the start of {@code Drafting}.
     */
    public static Drafting sitAtDrafting(Seat.At<Studio.Editor, Studio.Drafting> seat) {
        return Core.of(seat.take(StudioSession.SPEC, 2, Drafting.STATE), null).enterDrafting();
    }

    /**
     * Takes the role over at the start of {@code Verdict}.
     */
    public static Verdict sitAtVerdict(Seat.At<Studio.Editor, Studio.Verdict> seat) {
        return Core.of(seat.take(StudioSession.SPEC, 2, Verdict.STATE), null).enterVerdict();
    }

    /**
     * Takes the role's place in a session in the state that it had.
     */
    static Resumed resume(Session session) {
        Resumption from = session.resume(2);
        Core core = Core.of(session, null);
        core.state = from.state();
        InLane message = from.message();
        return switch (from.step()) {
            case 0 -> core.enterStart();
            case 1, 3 -> core.enterDrafting();
            case 2 -> core.viewOfDraft().take(message, message.poll());
            case 4 -> core.enterBeforePrinted();
            case 6 -> new Printed(core).take(message, message.poll());
            default -> core.end(4);
        };
    }

    /**
     * Takes the role's place in a session, and lets a handler play it.
     */
    static void enter(Session session, Reactor reactor, Handler handler) {
        Core core = Core.of(session, reactor);
        core.play(handler, new Core.Beginning(core));
    }

    /**
     * Plays the role by events: a method is called for each message that comes, and returns the state in which the role
     * waits for the next one. A {@link Reactor} calls them, all in one thread; they must not wait for anything.
     */
    public interface Handler {
        /**
         * The session has begun.
         */
        Drafting start(Start start) throws Exception;

        /**
         * {@code draft(String)} has arrived.
         */
        Next draft(Draft draft) throws Exception;

        /**
         * {@code printed()} has arrived.
         */
        void printed(Printed printed) throws Exception;

        /**
         * What methods of a handler return: a state that waits for a message, or the role's end.
         */
        abstract class Next extends NextState<Handler> {
            private Next() {
            }
        }
    }

    /**
     * Editor sends {@code hello() to Author}.
     *
     * <pre>{@code
     * (start) -->
     *     Start
     *         -- hello() to Author --> Drafting
     * }</pre>
     */
    @CheckReturnValue
    public static final class Start implements Resumed {
        private static final int STATE = 0;

        private final Core core;

        private Start(Core core) {
            this.core = core;
        }

        /**
         * Sends {@code hello()} to Author.
         */
        @CheckReturnValue
        public Drafting hello() {
            core.check(STATE);
            core.laneToAuthor.send(1L << 32);
            return core.enterDrafting();
        }

        /**
         * Makes a seat of this state: whoever sits down on it plays the role from its start on.
         */
        @CheckReturnValue
        public Seat<Studio.Editor> toSeat() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat<>(core);
        }
    }

    /**
     * Editor receives {@code draft(String) from Author}.
     *
     * <pre>{@code
     * Start -- hello() to Author -->
     * Verdict -- again() to Author -->
     *     Drafting
     *         -- draft(String) from Author --> Draft
     * }</pre>
     */
    @CheckReturnValue
    public static final class Drafting extends Handler.Next implements Resumed {
        private static final int STATE = 1;

        private final Core core;

        private Drafting(Core core) {
            this.core = core;
        }

        /**
         * Waits for the next message.
         */
        public Draft receive() {
            Draft received = tryReceive();
            return received != null ? received : await(core);
        }

        private Draft await(Core waiting) {
            Draft received;
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
        public Draft receive(Duration timeout) throws TimeoutException {
            long deadline = core.deadline(timeout);
            Draft received = tryReceive();
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
        public @Nullable Draft tryReceive() {
            core.check(STATE);
            InLane lane = core.laneFromAuthor;
            long header = lane.poll();
            if (header <= 0) {
                // Neither InLane.EMPTY nor InLane.CLOSED is positive.
                return null;
            }
            if (header >>> 32 != 1) {
                throw core.unexpected(header);
            }
            return core.viewOfDraft().take(lane, header);
        }

        @Override
        protected Handler. @Nullable Next handle(Handler handler) throws Exception {
            Draft received = tryReceive();
            if (received == null) {
                return null;
            }
            return core.reached(handler.draft(received));
        }

        @Override
        protected boolean isStateOf(EventEndpoint<Handler> role) {
            return core == role && core.state == STATE;
        }

        /**
         * Makes a seat of this state: whoever sits down on it plays the role at the start of {@code Drafting}.
         */
        @CheckReturnValue
        public Seat.At<Studio.Editor, Studio.Drafting> toSeatAtDrafting() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat.At<>(core);
        }
    }

    /**
     * The message {@code draft(String)}. {@link Verdict} comes next.
     *
     * <pre>{@code
     * Drafting -- draft(String) from Author -->
     *     Draft --> Verdict
     * }</pre>
     */
    @CheckReturnValue
    public static final class Draft extends Verdict implements Resumed {
        private static final int MESSAGE = 1;

        private static final int STATE = 2;

        private Draft(Core core) {
            super(core);
        }

        public String text() {
            core.checkReadable(MESSAGE, "Draft");
            return (String) core.reference0;
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy(text());
        }

        private Draft take(InLane lane, long header) {
            core.reference0 = lane.reference(0);
            lane.advance();
            core.message = MESSAGE;
            core.state = STATE;
            core.moved();
            return this;
        }

        /**
         * The values of {@link Draft}.
         */
        public record Copy(String text) {
        }
    }

    /**
     * Editor sends one of several messages.
     *
     * <pre>{@code
     * Drafting -- draft(String) from Author -->
     *     Verdict
     *         -- again() to Author --> Drafting
     *         -- accept() to Author --> BeforePrinted
     *         -- reject() to Author --> end
     * }</pre>
     */
    @CheckReturnValue
    public static sealed class Verdict permits Draft {
        private static final int STATE = 2;

        final Core core;

        private Verdict(Core core) {
            this.core = core;
        }

        /**
         * Sends {@code again()} to Author.
         */
        @CheckReturnValue
        public Drafting again() {
            core.check(STATE);
            core.begins(0);
            core.laneToAuthor.send(2L << 32);
            return core.enterDrafting();
        }

        /**
         * Sends {@code accept()} to Author.
         */
        @CheckReturnValue
        public BeforePrinted accept() {
            core.check(STATE);
            core.begins(1);
            core.laneToAuthor.send(3L << 32);
            return core.enterBeforePrinted();
        }

        /**
         * Sends {@code reject()} to Author.
         */
        @CanIgnoreReturnValue
        public Ended reject() {
            core.check(STATE);
            core.begins(2);
            core.laneToAuthor.send(4L << 32);
            return core.end(4);
        }

        /**
         * Makes a seat of this state: whoever sits down on it plays the role at the start of {@code Verdict}.
         */
        @CheckReturnValue
        public Seat.At<Studio.Editor, Studio.Verdict> toSeatAtVerdict() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat.At<>(core);
        }
    }

    /**
     * Editor receives {@code printed() from Archive}.
     *
     * <pre>{@code
     * Verdict -- accept() to Author -->
     *     BeforePrinted
     *         -- printed() from Archive --> Printed
     * }</pre>
     */
    @CheckReturnValue
    public static final class BeforePrinted extends Handler.Next implements Resumed {
        private static final int STATE = 3;

        private final Core core;

        private BeforePrinted(Core core) {
            this.core = core;
        }

        /**
         * Waits for the next message.
         */
        @CanIgnoreReturnValue
        public Printed receive() {
            Printed received = tryReceive();
            return received != null ? received : await(core);
        }

        private Printed await(Core waiting) {
            Printed received;
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
        public Printed receive(Duration timeout) throws TimeoutException {
            long deadline = core.deadline(timeout);
            Printed received = tryReceive();
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
        public @Nullable Printed tryReceive() {
            core.check(STATE);
            InLane lane = core.laneFromArchive;
            long header = lane.poll();
            if (header <= 0) {
                // Neither InLane.EMPTY nor InLane.CLOSED is positive.
                return null;
            }
            if (header >>> 32 != 1) {
                throw core.unexpected(header);
            }
            return new Printed(core).take(lane, header);
        }

        @Override
        protected Handler. @Nullable Next handle(Handler handler) throws Exception {
            Printed received = tryReceive();
            if (received == null) {
                return null;
            }
            handler.printed(received);
            return new Ended(core);
        }

        @Override
        protected boolean isStateOf(EventEndpoint<Handler> role) {
            return core == role && core.state == STATE;
        }
    }

    /**
     * The message {@code printed()}. Nothing is left to do after it.
     *
     * <pre>{@code
     * BeforePrinted -- printed() from Archive -->
     *     Printed --> end
     * }</pre>
     */
    @CheckReturnValue
    public static final class Printed implements Resumed {
        private static final int MESSAGE = 2;

        private static final int STATE = 4;

        private final Core core;

        private Printed(Core core) {
            this.core = core;
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy();
        }

        private Printed take(InLane lane, long header) {
            core.reference0 = null;
            lane.advance();
            core.message = MESSAGE;
            core.end(STATE);
            return this;
        }

        /**
         * The values of {@link Printed}.
         */
        public record Copy() {
        }
    }

    /**
     * The session is over for Editor: nothing is left to do, and nothing will come.
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
     * Where Editor may stand when a session is reopened.
     */
    public sealed interface Resumed permits Start, Drafting, Draft, BeforePrinted, Printed, Ended {
        /**
         * Applies the function for what this is, and returns its result.
         */
        @CanIgnoreReturnValue
        default <R extends @Nullable Object, X extends Exception> R match(Case<Start, R, X> start,
                Case<Drafting, R, X> drafting, Case<Draft, R, X> draft,
                Case<BeforePrinted, R, X> beforePrinted, Case<Printed, R, X> printed,
                Case<Ended, R, X> ended) throws X {
            if (this instanceof Start message) {
                return start.apply(message);
            }
            if (this instanceof Drafting message) {
                return drafting.apply(message);
            }
            if (this instanceof Draft message) {
                return draft.apply(message);
            }
            if (this instanceof BeforePrinted message) {
                return beforePrinted.apply(message);
            }
            if (this instanceof Printed message) {
                return printed.apply(message);
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
    private static class Core extends EventEndpoint<Handler> {
        private int state;

        private int message;

        private Object reference0;

        private final OutLane laneToAuthor;

        private final InLane laneFromArchive;

        private final InLane laneFromAuthor;

        private Drafting drafting;

        private Draft draft;

        private Core(Place place, Reactor reactor) {
            super(place, 2, reactor);
            laneToAuthor = out(3);
            laneFromArchive = in(0);
            laneFromAuthor = in(2);
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

        private Start enterStart() {
            state = Start.STATE;
            moved();
            return new Start(this);
        }

        private Drafting enterDrafting() {
            state = Drafting.STATE;
            moved();
            Drafting view = drafting;
            if (view == null) {
                view = new Drafting(this);
                drafting = view;
            }
            return view;
        }

        private Verdict enterVerdict() {
            state = Verdict.STATE;
            moved();
            return new Verdict(this);
        }

        private BeforePrinted enterBeforePrinted() {
            state = BeforePrinted.STATE;
            moved();
            return new BeforePrinted(this);
        }

        private Draft viewOfDraft() {
            Draft view = draft;
            if (view == null) {
                view = new Draft(this);
                draft = view;
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

            private Padded(Place place, Reactor reactor) {
                super(place, reactor);
            }
        }

        /**
         * Where the role stands before its handler has started it.
         */
        private static final class Beginning extends Handler.Next {
            private final Core core;

            private Beginning(Core core) {
                this.core = core;
            }

            @Override
            protected Handler.Next handle(Handler handler) throws Exception {
                return core.reached(handler.start(core.enterStart()));
            }

            @Override
            protected boolean isStateOf(EventEndpoint<Handler> role) {
                return false;
            }
        }
    }
}
