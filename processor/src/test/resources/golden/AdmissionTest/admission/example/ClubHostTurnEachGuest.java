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
 * The role Host, for each Guest in Turn, of {@link Club}: a type for each of its states and for each message that it receives.
 *
 * <pre>{@code
 * Start
 *     -- stay() from Guest --> Stay
 *     -- leave() from Guest --> Leave
 * }</pre>
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class ClubHostTurnEachGuest {
    private final Core core;

    private ClubHostTurnEachGuest(Core core) {
        this.core = core;
    }

    static ClubHostTurnEachGuest enter(Session session, int member) {
        return new ClubHostTurnEachGuest(Core.of(session, member));
    }

    Start begin() {
        core.begin(core.laneFromHost);
        return core.enterStart();
    }

    /**
     * Host receives one of several messages.
     *
     * <pre>{@code
     * (start) -->
     *     Start
     *         -- stay() from Guest --> Stay
     *         -- leave() from Guest --> Leave
     * }</pre>
     */
    @CheckReturnValue
    public static final class Start {
        private static final int STATE = 1;

        private final Core core;

        private Start(Core core) {
            this.core = core;
        }

        /**
         * Waits for the next message.
         */
        @CanIgnoreReturnValue
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
        @CanIgnoreReturnValue
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
            InLane lane = core.laneFromGuest;
            long header = lane.poll();
            if (header <= 0) {
                // Neither InLane.EMPTY nor InLane.CLOSED is positive.
                return null;
            }
            return switch ((int) (header >>> 32)) {
                case 1 -> core.viewOfStay().take(lane, header);
                case 2 -> core.leaving(core.viewOfLeave().take(lane, header));
                default -> throw core.unexpected(header);
            };
        }

        /**
         * What may arrive in {@link Start}.
         */
        public sealed interface Received permits Stay, Leave {
            /**
             * Applies the function for what this is, and returns its result.
             */
            @CanIgnoreReturnValue
            default <R extends @Nullable Object, X extends Exception> R match(Case<Stay, R, X> stay,
                    Case<Leave, R, X> leave) throws X {
                if (this instanceof Stay message) {
                    return stay.apply(message);
                }
                return leave.apply((Leave) this);
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
     * The message {@code stay()}. Nothing is left to do after it.
     *
     * <pre>{@code
     * Start -- stay() from Guest -->
     *     Stay --> end
     * }</pre>
     */
    @CheckReturnValue
    public static final class Stay implements Start.Received {
        private static final int MESSAGE = 1;

        private static final int STATE = 0;

        private final Core core;

        private Stay(Core core) {
            this.core = core;
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy();
        }

        private Stay take(InLane lane, long header) {
            lane.advance();
            core.message = MESSAGE;
            core.end(STATE);
            return this;
        }

        /**
         * The values of {@link Stay}.
         */
        public record Copy() {
        }
    }

    /**
     * The message {@code leave()}. Nothing is left to do after it.
     *
     * <pre>{@code
     * Start -- leave() from Guest -->
     *     Leave --> end
     * }</pre>
     */
    @CheckReturnValue
    public static final class Leave implements Start.Received {
        private static final int MESSAGE = 2;

        private static final int STATE = 0;

        private final Core core;

        private Leave(Core core) {
            this.core = core;
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy();
        }

        private Leave take(InLane lane, long header) {
            lane.advance();
            core.message = MESSAGE;
            core.end(STATE);
            return this;
        }

        /**
         * The values of {@link Leave}.
         */
        public record Copy() {
        }
    }

    /**
     * What the states share. The types above are views over the one object of this class.
     */
    @NullUnmarked
    private static class Core extends Endpoint {
        private int state;

        private int message;

        private final OutLane laneToHost;

        private final InLane laneFromGuest;

        private final InLane laneFromHost;

        private Start start;

        private Stay stay;

        private Leave leave;

        private Core(Place place, int member) {
            super(place, 2, member);
            laneToHost = out(5);
            laneFromGuest = in(1);
            laneFromHost = in(3);
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

        private Stay viewOfStay() {
            Stay view = stay;
            if (view == null) {
                view = new Stay(this);
                stay = view;
            }
            return view;
        }

        private Leave viewOfLeave() {
            Leave view = leave;
            if (view == null) {
                view = new Leave(this);
                leave = view;
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
