package example;

import dev.parley.runtime.CanIgnoreReturnValue;
import dev.parley.runtime.CheckReturnValue;
import dev.parley.runtime.Endpoint;
import dev.parley.runtime.Place;
import dev.parley.runtime.Resumption;
import dev.parley.runtime.Session;
import dev.parley.runtime.buffer.InLane;
import dev.parley.runtime.buffer.OutLane;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * The role Host, in branch right of Both, of {@link Rounds}: a type for each of its states and for each message that it receives.
 *
 * <pre>{@code
 * Offer
 *     -- more(String) from Worker --> More
 *     -- enough() from Worker --> Enough
 * }</pre>
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class RoundsHostBothRight {
    private final Core core;

    private RoundsHostBothRight(Core core) {
        this.core = core;
    }

    static RoundsHostBothRight enter(Session session) {
        return new RoundsHostBothRight(Core.of(session));
    }

    Offer begin() {
        core.begin(core.laneFromHost);
        return core.enterOffer();
    }

    Resumed resume(Resumption from) {
        core.state = from.state();
        InLane message = from.message();
        return switch (from.step()) {
            case 0 -> begin();
            case 1 -> core.enterOffer();
            case 2 -> core.viewOfMore().take(message, message.poll());
            case 3 -> core.viewOfEnough().take(message, message.poll());
            default -> throw from.unknown();
        };
    }

    /**
     * Host receives one of several messages.
     *
     * <pre>{@code
     * (start) -->
     * Offer -- more(String) from Worker -->
     *     Offer
     *         -- more(String) from Worker --> More
     *         -- enough() from Worker --> Enough
     * }</pre>
     */
    @CheckReturnValue
    public static sealed class Offer implements Resumed permits More {
        private static final int STATE = 1;

        final Core core;

        private Offer(Core core) {
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
            InLane lane = core.laneFromWorkerBothRight;
            long header = lane.poll();
            if (header <= 0) {
                // Neither InLane.EMPTY nor InLane.CLOSED is positive.
                return null;
            }
            return switch ((int) (header >>> 32)) {
                case 1 -> core.viewOfMore().take(lane, header);
                case 2 -> core.viewOfEnough().take(lane, header);
                default -> throw core.unexpected(header);
            };
        }

        /**
         * What may arrive in {@link Offer}.
         */
        public sealed interface Received permits More, Enough {
            /**
             * Applies the function for what this is, and returns its result.
             */
            @CanIgnoreReturnValue
            default <R extends @Nullable Object, X extends Exception> R match(Case<More, R, X> more,
                    Case<Enough, R, X> enough) throws X {
                if (this instanceof More message) {
                    return more.apply(message);
                }
                return enough.apply((Enough) this);
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
     * The message {@code more(String)}. {@link Offer} comes next.
     *
     * <pre>{@code
     * Offer -- more(String) from Worker -->
     *     More --> Offer
     * }</pre>
     */
    @CheckReturnValue
    @SuppressWarnings("overloads")
    public static final class More extends Offer implements Offer.Received, Resumed {
        private static final int MESSAGE = 1;

        private More(Core core) {
            super(core);
        }

        public String what() {
            core.checkReadable(MESSAGE, "More");
            return (String) core.reference0;
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy(what());
        }

        private More take(InLane lane, long header) {
            core.reference0 = lane.reference(0);
            lane.advance();
            core.message = MESSAGE;
            return this;
        }

        /**
         * The values of {@link More}.
         */
        public record Copy(String what) {
        }
    }

    /**
     * The message {@code enough()}. Nothing is left to do after it.
     *
     * <pre>{@code
     * Offer -- enough() from Worker -->
     *     Enough --> end
     * }</pre>
     */
    @CheckReturnValue
    @SuppressWarnings("overloads")
    public static final class Enough implements Offer.Received, Resumed {
        private static final int MESSAGE = 2;

        private static final int STATE = 0;

        private final Core core;

        private Enough(Core core) {
            this.core = core;
        }

        /**
         * Returns the message as a value that may be kept.
         */
        public Copy copy() {
            return new Copy();
        }

        private Enough take(InLane lane, long header) {
            core.reference0 = null;
            lane.advance();
            core.message = MESSAGE;
            core.end(STATE);
            return this;
        }

        /**
         * The values of {@link Enough}.
         */
        public record Copy() {
        }
    }

    /**
     * Where Host, in branch right of Both, may stand when a session is reopened.
     */
    public sealed interface Resumed permits Offer, More, Enough {
        /**
         * Applies the function for what this is, and returns its result.
         */
        @CanIgnoreReturnValue
        default <R extends @Nullable Object, X extends Exception> R match(Case<Offer, R, X> offer,
                Case<More, R, X> more, Case<Enough, R, X> enough) throws X {
            if (this instanceof More message) {
                return more.apply(message);
            }
            if (this instanceof Enough message) {
                return enough.apply(message);
            }
            return offer.apply((Offer) this);
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
    private static class Core extends Endpoint {
        private int state;

        private int message;

        private Object reference0;

        private final OutLane laneToHost;

        private final InLane laneFromHost;

        private final InLane laneFromWorkerBothRight;

        private Offer offer;

        private More more;

        private Enough enough;

        private Core(Place place) {
            super(place, 2);
            laneToHost = out(5);
            laneFromHost = in(1);
            laneFromWorkerBothRight = in(10);
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

        private void end(int last) {
            state = last;
            done(laneToHost);
        }

        private Offer enterOffer() {
            state = Offer.STATE;
            Offer view = offer;
            if (view == null) {
                view = new Offer(this);
                offer = view;
            }
            return view;
        }

        private More viewOfMore() {
            More view = more;
            if (view == null) {
                view = new More(this);
                more = view;
            }
            return view;
        }

        private Enough viewOfEnough() {
            Enough view = enough;
            if (view == null) {
                view = new Enough(this);
                enough = view;
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
