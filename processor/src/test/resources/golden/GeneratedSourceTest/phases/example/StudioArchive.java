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
 * The role Archive of {@link Studio}: a type for each of its states and for each message that it receives.
 *
 * <pre>{@code
 * Printing
 *     -- proof() from Author --> Proof
 *     -- session over --> Ended
 * Proof
 *     -- printed() to Editor --> end
 * }</pre>
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class StudioArchive {
    private StudioArchive() {
    }

    /**
     * Takes the role's place in a session.
     */
    static Printing enter(Session session) {
        return Core.of(session, null).enterPrinting();
    }

    /**
     * Takes the role over from its start on.
     */
    public static Printing sit(Seat<Studio.Archive> seat) {
        return Core.of(seat.take(StudioSession.SPEC, 0, Printing.STATE), null).enterPrinting();
    }

    /**
     * Takes the role over at the start of {@code Printing}.
     */
    public static Printing sitAtPrinting(Seat.At<Studio.Archive, Studio.Printing> seat) {
        return Core.of(seat.take(StudioSession.SPEC, 0, Printing.STATE), null).enterPrinting();
    }

    /**
     * Takes the role's place in a session in the state that it had.
     */
    static Resumed resume(Session session) {
        Resumption from = session.resume(0);
        Core core = Core.of(session, null);
        core.state = from.state();
        InLane message = from.message();
        return switch (from.step()) {
            case 0 -> core.enterPrinting();
            case 1 -> new Proof(core).take(message, message.poll());
            default -> core.end(2);
        };
    }

    /**
     * Takes the role's place in a session, and lets a handler play it.
     */
    static void enter(Session session, Reactor reactor, Handler handler) {
        Core core = Core.of(session, reactor);
        core.play(handler, core.enterPrinting());
    }

    /**
     * Plays the role by events: a method is called for each message that comes, and returns the state in which the role
     * waits for the next one. A {@link Reactor} calls them, all in one thread; they must not wait for anything.
     */
    public interface Handler {
        /**
         * {@code proof()} has arrived.
         */
        Ended proof(Proof proof) throws Exception;

        /**
         * The protocol is over: no message will arrive any more.
         */
        void ended() throws Exception;

        /**
         * What methods of a handler return: a state that waits for a message, or the role's end.
         */
        abstract class Next extends NextState<Handler> {
            private Next() {
            }
        }
    }

    /**
     * Archive receives a message or finds that the session is over.
     *
     * <pre>{@code
     * (start) -->
     *     Printing
     *         -- proof() from Author --> Proof
     *         -- session over --> Ended
     * }</pre>
     */
    @CheckReturnValue
    public static final class Printing extends Handler.Next implements Resumed {
        private static final int STATE = 0;

        private final Core core;

        private Printing(Core core) {
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
            InLane lane = core.laneFromAuthor;
            long header = lane.poll();
            if (header <= 0) {
                // Neither InLane.EMPTY nor InLane.CLOSED is positive.
                return core.over() ? core.end(2) : null;
            }
            if (header >>> 32 != 1) {
                throw core.unexpected(header);
            }
            core.active();
            return new Proof(core).take(lane, header);
        }

        @Override
        protected Handler. @Nullable Next handle(Handler handler) throws Exception {
            Received received = tryReceive();
            if (received == null) {
                return null;
            }
            if (received instanceof Ended over) {
                handler.ended();
                return over;
            }
            return core.reached(handler.proof((Proof) received));
        }

        @Override
        protected boolean isStateOf(EventEndpoint<Handler> role) {
            return core == role && core.state == STATE;
        }

        /**
         * Makes a seat of this state: whoever sits down on it plays the role from its start on.
         */
        @CheckReturnValue
        public Seat<Studio.Archive> toSeat() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat<>(core);
        }

        /**
         * Makes a seat of this state: whoever sits down on it plays the role at the start of {@code Printing}.
         */
        @CheckReturnValue
        public Seat.At<Studio.Archive, Studio.Printing> toSeatAtPrinting() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat.At<>(core);
        }

        /**
         * What may arrive in {@link Printing}.
         */
        public sealed interface Received permits Proof, Ended {
            /**
             * Applies the function for what this is, and returns its result.
             */
            @CanIgnoreReturnValue
            default <R extends @Nullable Object, X extends Exception> R match(
                    Case<Proof, R, X> proof, Case<Ended, R, X> ended) throws X {
                if (this instanceof Proof message) {
                    return proof.apply(message);
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
     * The message {@code proof()}. Archive sends {@code printed() to Editor}.
     *
     * <pre>{@code
     * Printing -- proof() from Author -->
     *     Proof
     *         -- printed() to Editor --> end
     * }</pre>
     */
    @CheckReturnValue
    @SuppressWarnings("overloads")
    public static final class Proof implements Printing.Received, Resumed {
        private static final int MESSAGE = 1;

        private static final int STATE = 1;

        private final Core core;

        private Proof(Core core) {
            this.core = core;
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy();
        }

        private Proof take(InLane lane, long header) {
            lane.advance();
            core.message = MESSAGE;
            core.state = STATE;
            core.moved();
            return this;
        }

        /**
         * Sends {@code printed()} to Editor.
         */
        @CanIgnoreReturnValue
        public Ended printed() {
            core.check(STATE);
            core.laneToEditor.send(1L << 32);
            return core.end(2);
        }

        /**
         * The values of {@link Proof}.
         */
        public record Copy() {
        }
    }

    /**
     * The session is over for Archive: nothing is left to do, and nothing will come.
     */
    @SuppressWarnings("overloads")
    public static final class Ended extends Handler.Next implements Printing.Received, Resumed {
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
     * Where Archive may stand when a session is reopened.
     */
    public sealed interface Resumed permits Printing, Proof, Ended {
        /**
         * Applies the function for what this is, and returns its result.
         */
        @CanIgnoreReturnValue
        default <R extends @Nullable Object, X extends Exception> R match(
                Case<Printing, R, X> printing, Case<Proof, R, X> proof, Case<Ended, R, X> ended)
                throws X {
            if (this instanceof Printing message) {
                return printing.apply(message);
            }
            if (this instanceof Proof message) {
                return proof.apply(message);
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

        private final OutLane laneToEditor;

        private final InLane laneFromAuthor;

        private Core(Place place, Reactor reactor) {
            super(place, 0, reactor);
            laneToEditor = out(0);
            laneFromAuthor = in(1);
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

        private Printing enterPrinting() {
            state = Printing.STATE;
            moved();
            return new Printing(this);
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
