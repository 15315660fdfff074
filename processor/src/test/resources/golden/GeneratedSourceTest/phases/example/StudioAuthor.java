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
 * The role Author of {@link Studio}: a type for each of its states and for each message that it receives.
 *
 * <pre>{@code
 * Start
 *     -- hello() from Editor --> Hello
 * Drafting
 *     -- draft(String) to Editor --> Verdict
 * Verdict
 *     -- again() from Editor --> Again
 *     -- accept() from Editor --> Accept
 *     -- reject() from Editor --> Reject
 * Printing
 *     -- proof() to Archive --> end
 * }</pre>
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class StudioAuthor {
    private StudioAuthor() {
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
    public static Start sit(Seat<Studio.Author> seat) {
        return Core.of(seat.take(StudioSession.SPEC, 1, Start.STATE), null).enterStart();
    }

    /**
     * Takes the role over at the start of {@code Drafting}.
     */
    public static Drafting sitAtDrafting(Seat.At<Studio.Author, Studio.Drafting> seat) {
        return Core.of(seat.take(StudioSession.SPEC, 1, Drafting.STATE), null).enterDrafting();
    }

    /**
     * Takes the role over at the start of {@code Verdict}.
     */
    public static Verdict sitAtVerdict(Seat.At<Studio.Author, Studio.Verdict> seat) {
        return Core.of(seat.take(StudioSession.SPEC, 1, Verdict.STATE), null).enterVerdict();
    }

    /**
     * Takes the role over at the start of {@code Printing}.
     */
    public static Printing sitAtPrinting(Seat.At<Studio.Author, Studio.Printing> seat) {
        return Core.of(seat.take(StudioSession.SPEC, 1, Printing.STATE), null).enterPrinting();
    }

    /**
     * Takes the role's place in a session in the state that it had.
     */
    static Resumed resume(Session session) {
        Resumption from = session.resume(1);
        Core core = Core.of(session, null);
        core.state = from.state();
        InLane message = from.message();
        return switch (from.step()) {
            case 0 -> core.enterStart();
            case 1 -> new Hello(core).take(message, message.poll());
            case 2 -> core.enterVerdict();
            case 3 -> core.viewOfAgain().take(message, message.poll());
            case 4 -> new Accept(core).take(message, message.poll());
            case 5 -> new Reject(core).take(message, message.poll());
            default -> core.end(4);
        };
    }

    /**
     * Takes the role's place in a session, and lets a handler play it.
     */
    static void enter(Session session, Reactor reactor, Handler handler) {
        Core core = Core.of(session, reactor);
        core.play(handler, core.enterStart());
    }

    /**
     * Plays the role by events: a method is called for each message that comes, and returns the state in which the role
     * waits for the next one. A {@link Reactor} calls them, all in one thread; they must not wait for anything.
     */
    public interface Handler {
        /**
         * {@code hello()} has arrived.
         */
        Verdict hello(Hello hello) throws Exception;

        /**
         * {@code again()} has arrived.
         */
        Verdict again(Again again) throws Exception;

        /**
         * {@code accept()} has arrived.
         */
        Ended accept(Accept accept) throws Exception;

        /**
         * {@code reject()} has arrived.
         */
        void reject(Reject reject) throws Exception;

        /**
         * What methods of a handler return: a state that waits for a message, or the role's end.
         */
        abstract class Next extends NextState<Handler> {
            private Next() {
            }
        }
    }

    /**
     * Author receives {@code hello() from Editor}.
     *
     * <pre>{@code
     * (start) -->
     *     Start
     *         -- hello() from Editor --> Hello
     * }</pre>
     */
    @CheckReturnValue
    public static final class Start extends Handler.Next implements Resumed {
        private static final int STATE = 0;

        private final Core core;

        private Start(Core core) {
            this.core = core;
        }

        /**
         * Waits for the next message.
         */
        public Hello receive() {
            Hello received = tryReceive();
            return received != null ? received : await(core);
        }

        private Hello await(Core waiting) {
            Hello received;
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
        public Hello receive(Duration timeout) throws TimeoutException {
            long deadline = core.deadline(timeout);
            Hello received = tryReceive();
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
        public @Nullable Hello tryReceive() {
            core.check(STATE);
            InLane lane = core.laneFromEditor;
            long header = lane.poll();
            if (header <= 0) {
                // Neither InLane.EMPTY nor InLane.CLOSED is positive.
                return null;
            }
            if (header >>> 32 != 1) {
                throw core.unexpected(header);
            }
            return new Hello(core).take(lane, header);
        }

        @Override
        protected Handler. @Nullable Next handle(Handler handler) throws Exception {
            Hello received = tryReceive();
            if (received == null) {
                return null;
            }
            return core.reached(handler.hello(received));
        }

        @Override
        protected boolean isStateOf(EventEndpoint<Handler> role) {
            return core == role && core.state == STATE;
        }

        /**
         * Makes a seat of this state: whoever sits down on it plays the role from its start on.
         */
        @CheckReturnValue
        public Seat<Studio.Author> toSeat() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat<>(core);
        }
    }

    /**
     * The message {@code hello()}. {@link Drafting} comes next.
     *
     * <pre>{@code
     * Start -- hello() from Editor -->
     *     Hello --> Drafting
     * }</pre>
     */
    @CheckReturnValue
    public static final class Hello extends Drafting implements Resumed {
        private static final int MESSAGE = 1;

        private static final int STATE = 1;

        private Hello(Core core) {
            super(core);
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy();
        }

        private Hello take(InLane lane, long header) {
            lane.advance();
            core.message = MESSAGE;
            core.state = STATE;
            core.moved();
            return this;
        }

        /**
         * The values of {@link Hello}.
         */
        public record Copy() {
        }
    }

    /**
     * Author sends {@code draft(String) to Editor}.
     *
     * <pre>{@code
     * Start -- hello() from Editor -->
     * Verdict -- again() from Editor -->
     *     Drafting
     *         -- draft(String) to Editor --> Verdict
     * }</pre>
     */
    @CheckReturnValue
    public static sealed class Drafting permits Hello, Again {
        private static final int STATE = 1;

        final Core core;

        private Drafting(Core core) {
            this.core = core;
        }

        /**
         * Sends {@code draft(String)} to Editor.
         */
        @CheckReturnValue
        public Verdict draft(String text) {
            core.check(STATE);
            OutLane lane = core.laneToEditor;
            if (lane.claim()) {
                lane.reference(0, text);
                lane.publish(1L << 32);
            }
            return core.enterVerdict();
        }

        /**
         * Makes a seat of this state: whoever sits down on it plays the role at the start of {@code Drafting}.
         */
        @CheckReturnValue
        public Seat.At<Studio.Author, Studio.Drafting> toSeatAtDrafting() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat.At<>(core);
        }
    }

    /**
     * Author receives one of several messages.
     *
     * <pre>{@code
     * Drafting -- draft(String) to Editor -->
     *     Verdict
     *         -- again() from Editor --> Again
     *         -- accept() from Editor --> Accept
     *         -- reject() from Editor --> Reject
     * }</pre>
     */
    @CheckReturnValue
    public static final class Verdict extends Handler.Next implements Resumed {
        private static final int STATE = 2;

        private final Core core;

        private Verdict(Core core) {
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
            InLane lane = core.laneFromEditor;
            long header = lane.poll();
            if (header <= 0) {
                // Neither InLane.EMPTY nor InLane.CLOSED is positive.
                return null;
            }
            return switch ((int) (header >>> 32)) {
                case 2 -> core.viewOfAgain().take(lane, header);
                case 3 -> new Accept(core).take(lane, header);
                case 4 -> new Reject(core).take(lane, header);
                default -> throw core.unexpected(header);
            };
        }

        @Override
        protected Handler. @Nullable Next handle(Handler handler) throws Exception {
            Received received = tryReceive();
            if (received == null) {
                return null;
            }
            return switch (core.message) {
                case Again.MESSAGE -> core.reached(handler.again((Again) received));
                case Accept.MESSAGE -> core.reached(handler.accept((Accept) received));
                default -> {
                    handler.reject((Reject) received);
                    yield new Ended(core);
                }
            };
        }

        @Override
        protected boolean isStateOf(EventEndpoint<Handler> role) {
            return core == role && core.state == STATE;
        }

        /**
         * Makes a seat of this state: whoever sits down on it plays the role at the start of {@code Verdict}.
         */
        @CheckReturnValue
        public Seat.At<Studio.Author, Studio.Verdict> toSeatAtVerdict() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat.At<>(core);
        }

        /**
         * What may arrive in {@link Verdict}.
         */
        public sealed interface Received permits Again, Accept, Reject {
            /**
             * Applies the function for what this is, and returns its result.
             */
            @CanIgnoreReturnValue
            default <R extends @Nullable Object, X extends Exception> R match(
                    Case<Again, R, X> again, Case<Accept, R, X> accept, Case<Reject, R, X> reject)
                    throws X {
                if (this instanceof Again message) {
                    return again.apply(message);
                }
                if (this instanceof Accept message) {
                    return accept.apply(message);
                }
                return reject.apply((Reject) this);
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
     * The message {@code again()}. {@link Drafting} comes next.
     *
     * <pre>{@code
     * Verdict -- again() from Editor -->
     *     Again --> Drafting
     * }</pre>
     */
    @CheckReturnValue
    @SuppressWarnings("overloads")
    public static final class Again extends Drafting implements Verdict.Received, Resumed {
        private static final int MESSAGE = 2;

        private static final int STATE = 1;

        private Again(Core core) {
            super(core);
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy();
        }

        private Again take(InLane lane, long header) {
            lane.advance();
            core.message = MESSAGE;
            core.state = STATE;
            core.moved();
            return this;
        }

        /**
         * The values of {@link Again}.
         */
        public record Copy() {
        }
    }

    /**
     * The message {@code accept()}. {@link Printing} comes next.
     *
     * <pre>{@code
     * Verdict -- accept() from Editor -->
     *     Accept --> Printing
     * }</pre>
     */
    @CheckReturnValue
    @SuppressWarnings("overloads")
    public static final class Accept extends Printing implements Verdict.Received, Resumed {
        private static final int MESSAGE = 3;

        private static final int STATE = 3;

        private Accept(Core core) {
            super(core);
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy();
        }

        private Accept take(InLane lane, long header) {
            lane.advance();
            core.message = MESSAGE;
            core.state = STATE;
            core.moved();
            return this;
        }

        /**
         * The values of {@link Accept}.
         */
        public record Copy() {
        }
    }

    /**
     * The message {@code reject()}. Nothing is left to do after it.
     *
     * <pre>{@code
     * Verdict -- reject() from Editor -->
     *     Reject --> end
     * }</pre>
     */
    @CheckReturnValue
    @SuppressWarnings("overloads")
    public static final class Reject implements Verdict.Received, Resumed {
        private static final int MESSAGE = 4;

        private static final int STATE = 4;

        private final Core core;

        private Reject(Core core) {
            this.core = core;
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy();
        }

        private Reject take(InLane lane, long header) {
            lane.advance();
            core.message = MESSAGE;
            core.end(STATE);
            return this;
        }

        /**
         * The values of {@link Reject}.
         */
        public record Copy() {
        }
    }

    /**
     * Author sends {@code proof() to Archive}.
     *
     * <pre>{@code
     * Verdict -- accept() from Editor -->
     *     Printing
     *         -- proof() to Archive --> end
     * }</pre>
     */
    @CheckReturnValue
    public static sealed class Printing permits Accept {
        private static final int STATE = 3;

        final Core core;

        private Printing(Core core) {
            this.core = core;
        }

        /**
         * Sends {@code proof()} to Archive.
         */
        @CanIgnoreReturnValue
        public Ended proof() {
            core.check(STATE);
            core.laneToArchive.send(1L << 32);
            return core.end(4);
        }

        /**
         * Makes a seat of this state: whoever sits down on it plays the role at the start of {@code Printing}.
         */
        @CheckReturnValue
        public Seat.At<Studio.Author, Studio.Printing> toSeatAtPrinting() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat.At<>(core);
        }
    }

    /**
     * The session is over for Author: nothing is left to do, and nothing will come.
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
     * Where Author may stand when a session is reopened.
     */
    public sealed interface Resumed permits Start, Hello, Verdict, Again, Accept, Reject, Ended {
        /**
         * Applies the function for what this is, and returns its result.
         */
        @CanIgnoreReturnValue
        default <R extends @Nullable Object, X extends Exception> R match(Case<Start, R, X> start,
                Case<Hello, R, X> hello, Case<Verdict, R, X> verdict, Case<Again, R, X> again,
                Case<Accept, R, X> accept, Case<Reject, R, X> reject, Case<Ended, R, X> ended)
                throws X {
            if (this instanceof Start message) {
                return start.apply(message);
            }
            if (this instanceof Hello message) {
                return hello.apply(message);
            }
            if (this instanceof Verdict message) {
                return verdict.apply(message);
            }
            if (this instanceof Again message) {
                return again.apply(message);
            }
            if (this instanceof Accept message) {
                return accept.apply(message);
            }
            if (this instanceof Reject message) {
                return reject.apply(message);
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

        private final OutLane laneToArchive;

        private final OutLane laneToEditor;

        private final InLane laneFromEditor;

        private Verdict verdict;

        private Again again;

        private Core(Place place, Reactor reactor) {
            super(place, 1, reactor);
            laneToArchive = out(1);
            laneToEditor = out(2);
            laneFromEditor = in(3);
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
            return new Drafting(this);
        }

        private Verdict enterVerdict() {
            state = Verdict.STATE;
            moved();
            Verdict view = verdict;
            if (view == null) {
                view = new Verdict(this);
                verdict = view;
            }
            return view;
        }

        private Printing enterPrinting() {
            state = Printing.STATE;
            moved();
            return new Printing(this);
        }

        private Again viewOfAgain() {
            Again view = again;
            if (view == null) {
                view = new Again(this);
                again = view;
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
    }
}
