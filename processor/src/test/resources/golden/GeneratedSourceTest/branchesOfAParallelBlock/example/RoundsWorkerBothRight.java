package example;

import dev.parley.runtime.CheckReturnValue;
import dev.parley.runtime.Endpoint;
import dev.parley.runtime.Place;
import dev.parley.runtime.Session;
import dev.parley.runtime.buffer.InLane;
import dev.parley.runtime.buffer.OutLane;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullUnmarked;

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
    public static final class Offer {
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
