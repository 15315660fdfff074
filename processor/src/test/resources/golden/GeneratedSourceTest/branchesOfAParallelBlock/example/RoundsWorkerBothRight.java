package example;

import dev.parley.runtime.CanIgnoreReturnValue;
import dev.parley.runtime.CheckReturnValue;
import dev.parley.runtime.Endpoint;
import dev.parley.runtime.Place;
import dev.parley.runtime.Resumption;
import dev.parley.runtime.Session;
import dev.parley.runtime.buffer.InLane;
import dev.parley.runtime.buffer.OutLane;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * The role Worker, in branch right of Both, of {@link Rounds}: a type for each of its states and for each message that it receives.
 *
 * <pre>{@code
 * Offer
 *     -- more(String) to Host --> Offer
 *     -- enough() to Host --> end
 * }</pre>
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class RoundsWorkerBothRight {
    private final Core core;

    private RoundsWorkerBothRight(Core core) {
        this.core = core;
    }

    static RoundsWorkerBothRight enter(Session session) {
        return new RoundsWorkerBothRight(Core.of(session));
    }

    Offer begin() {
        core.begin(core.laneFromWorker);
        return core.enterOffer();
    }

    Resumed resume(Resumption from) {
        core.state = from.state();
        return switch (from.step()) {
            case 0 -> begin();
            case 1, 2 -> core.enterOffer();
            default -> new Ended(core);
        };
    }

    /**
     * Worker sends one of several messages.
     *
     * <pre>{@code
     * (start) -->
     * Offer -- more(String) to Host -->
     *     Offer
     *         -- more(String) to Host --> Offer
     *         -- enough() to Host --> end
     * }</pre>
     */
    @CheckReturnValue
    public static final class Offer implements Resumed {
        private static final int STATE = 1;

        private final Core core;

        private Offer(Core core) {
            this.core = core;
        }

        /**
         * Sends {@code more(String)} to Host.
         */
        @CheckReturnValue
        public Offer more(String what) {
            core.check(STATE);
            OutLane lane = core.laneToHostBothRight;
            if (lane.claim()) {
                lane.reference(0, what);
                lane.publish(1L << 32);
            }
            return this;
        }

        /**
         * Sends {@code enough()} to Host.
         */
        public void enough() {
            core.check(STATE);
            core.laneToHostBothRight.send(2L << 32);
            core.end(0);
        }
    }

    /**
     * The branch is over for Worker: nothing is left to do, and nothing will come.
     */
    public static final class Ended implements Resumed {
        private final Core core;

        private Ended(Core core) {
            this.core = core;
        }
    }

    /**
     * Where Worker, in branch right of Both, may stand when a session is reopened.
     */
    public sealed interface Resumed permits Offer, Ended {
        /**
         * Applies the function for what this is, and returns its result.
         */
        @CanIgnoreReturnValue
        default <R extends @Nullable Object, X extends Exception> R match(Case<Offer, R, X> offer,
                Case<Ended, R, X> ended) throws X {
            if (this instanceof Offer message) {
                return offer.apply(message);
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
    private static class Core extends Endpoint {
        private int state;

        private final OutLane laneToHostBothRight;

        private final OutLane laneToWorker;

        private final InLane laneFromWorker;

        private Offer offer;

        private Core(Place place) {
            super(place, 5);
            laneToHostBothRight = out(10);
            laneToWorker = out(11);
            laneFromWorker = in(7);
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

        private void end(int last) {
            state = last;
            done(laneToWorker);
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
