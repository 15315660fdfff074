package example;

import dev.parley.runtime.CanIgnoreReturnValue;
import dev.parley.runtime.CheckReturnValue;
import dev.parley.runtime.Endpoint;
import dev.parley.runtime.Place;
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
 * The role Porter of {@link Club}: a type for each of its states and for each message that it receives.
 *
 * <pre>{@code
 * Start
 *     -- ticket(int) to Guest --> Evening
 * Evening
 *     -- close() from Host --> Close
 * }</pre>
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class ClubPorter {
    private ClubPorter() {
    }

    /**
     * Takes the role's place in a session.
     */
    static Start enter(Session session) {
        return Core.of(session).enterStart();
    }

    /**
     * Takes the role over from its start on.
     */
    public static Start sit(Seat<Club.Porter> seat) {
        return Core.of(seat.take(ClubSession.SPEC, 3, Start.STATE)).enterStart();
    }

    /**
     * Takes the role over at the start of {@code Evening}.
     */
    public static Evening sitAtEvening(Seat.At<Club.Porter, Club.Evening> seat) {
        return Core.of(seat.take(ClubSession.SPEC, 3, Evening.STATE)).enterEvening();
    }

    /**
     * Porter sends {@code ticket(int) to Guest}.
     *
     * <pre>{@code
     * (start) -->
     *     Start
     *         -- ticket(int) to Guest --> Evening
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
         * Sends {@code ticket(int)} to Guest.
         */
        @CheckReturnValue
        public Evening ticket(int number) {
            core.check(STATE);
            core.laneToGuest.send(1L << 32 | (number & 0xFFFF_FFFFL));
            return core.enterEvening();
        }

        /**
         * Makes a seat of this state: whoever sits down on it plays the role from its start on.
         */
        @CheckReturnValue
        public Seat<Club.Porter> toSeat() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat<>(core);
        }
    }

    /**
     * Porter receives {@code close() from Host}.
     *
     * <pre>{@code
     * Start -- ticket(int) to Guest -->
     *     Evening
     *         -- close() from Host --> Close
     * }</pre>
     */
    @CheckReturnValue
    public static final class Evening {
        private static final int STATE = 1;

        private final Core core;

        private Evening(Core core) {
            this.core = core;
        }

        /**
         * Waits for the next message.
         */
        @CanIgnoreReturnValue
        public Close receive() {
            Close received = tryReceive();
            return received != null ? received : await(core);
        }

        private Close await(Core waiting) {
            Close received;
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
        public Close receive(Duration timeout) throws TimeoutException {
            long deadline = core.deadline(timeout);
            Close received = tryReceive();
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
        public @Nullable Close tryReceive() {
            core.check(STATE);
            InLane lane = core.laneFromHost;
            long header = lane.poll();
            if (header <= 0) {
                // Neither InLane.EMPTY nor InLane.CLOSED is positive.
                return null;
            }
            if (header >>> 32 != 1) {
                throw core.unexpected(header);
            }
            return new Close(core).take(lane, header);
        }

        /**
         * Makes a seat of this state: whoever sits down on it plays the role at the start of {@code Evening}.
         */
        @CheckReturnValue
        public Seat.At<Club.Porter, Club.Evening> toSeatAtEvening() {
            core.check(STATE);
            core.state = ~STATE;
            return new Seat.At<>(core);
        }
    }

    /**
     * The message {@code close()}. Nothing is left to do after it.
     *
     * <pre>{@code
     * Evening -- close() from Host -->
     *     Close --> end
     * }</pre>
     */
    @CheckReturnValue
    public static final class Close {
        private static final int MESSAGE = 1;

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
     * The session is over for Porter: nothing is left to do, and nothing will come.
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

        private final OutLane laneToGuest;

        private final InLane laneFromHost;

        private Core(Place place) {
            super(place, 3);
            laneToGuest = out(6);
            laneFromHost = in(4);
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

        private Ended end(int last) {
            state = last;
            finish();
            return new Ended(this);
        }

        private Start enterStart() {
            state = Start.STATE;
            return new Start(this);
        }

        private Evening enterEvening() {
            state = Evening.STATE;
            return new Evening(this);
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
