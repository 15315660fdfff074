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
 * The role Host of {@link Rounds}: a type for each of its states and for each message that it receives.
 *
 * <pre>{@code
 * Next
 *     -- go() to Worker --> Both
 *     -- stop() to Worker --> end
 * Both
 *     -- fork() --> InBoth
 * InBoth
 *     -- join() --> Next
 * }</pre>
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class RoundsHost {
    private RoundsHost() {
    }

    /**
     * Takes the role's place in a session.
     */
    static Next enter(Session session) {
        return Core.of(session).enterNext();
    }

    /**
     * Takes the role's place in a session in the state that it had.
     */
    static Resumed resume(Session session) {
        Resumption from = session.resume(0);
        Core core = Core.of(session);
        core.state = from.state();
        return switch (from.step()) {
            case 0, 6 -> core.enterNext();
            case 1 -> core.enterBoth();
            case 4 -> new ResumedInBoth(core);
            default -> core.end(2);
        };
    }

    /**
     * Host sends one of several messages.
     *
     * <pre>{@code
     * (start) -->
     * InBoth -- join() -->
     *     Next
     *         -- go() to Worker --> Both
     *         -- stop() to Worker --> end
     * }</pre>
     */
    @CheckReturnValue
    public static final class Next implements Resumed {
        private static final int STATE = 0;

        private final Core core;

        private Next(Core core) {
            this.core = core;
        }

        /**
         * Sends {@code go()} to Worker.
         */
        @CheckReturnValue
        public Both go() {
            core.check(STATE);
            core.laneToWorker.send(1L << 32);
            return core.enterBoth();
        }

        /**
         * Sends {@code stop()} to Worker.
         */
        @CanIgnoreReturnValue
        public Ended stop() {
            core.check(STATE);
            core.laneToWorker.send(2L << 32);
            return core.end(2);
        }
    }

    /**
     * Host enters Both.
     *
     * <pre>{@code
     * Next -- go() to Worker -->
     *     Both
     *         -- fork() --> InBoth
     * }</pre>
     */
    @CheckReturnValue
    public static final class Both implements Resumed {
        private static final int STATE = 1;

        private final Core core;

        private Both(Core core) {
            this.core = core;
        }

        /**
         * Enters {@code Both}: its branches begin.
         */
        @CheckReturnValue
        public InBoth fork() {
            core.check(STATE);
            core.laneToHostBothLeft.send(1L << 32);
            core.laneToHostBothRight.send(1L << 32);
            return core.enterInBoth();
        }
    }

    /**
     * Host is in the branches of Both.
     *
     * <pre>{@code
     * Both -- fork() -->
     *     InBoth
     *         -- join() --> Next
     * }</pre>
     */
    @CheckReturnValue
    public static final class InBoth {
        private static final int STATE = 4;

        private final Core core;

        private InBoth(Core core) {
            this.core = core;
        }

        /**
         * Begins the branch {@code left}, which may be played in a thread of its own. To be called once, before {@code join}.
         */
        public RoundsHostBothLeft.Start left() {
            core.check(STATE);
            return core.beginHostBothLeft();
        }

        /**
         * Begins the branch {@code right}, which may be played in a thread of its own. To be called once, before {@code join}.
         */
        public RoundsHostBothRight.Offer right() {
            core.check(STATE);
            return core.beginHostBothRight();
        }

        /**
         * Waits until all branches of {@code Both} are done.
         */
        @CheckReturnValue
        public Next join() {
            core.check(STATE);
            core.checkBegun(0);
            core.checkBegun(1);
            core.join(core.laneFromHostBothLeft);
            core.join(core.laneFromHostBothRight);
            return core.enterNext();
        }
    }

    /**
     * Stands for {@link InBoth} when a session is reopened: its branches go on where they stand.
     */
    @CheckReturnValue
    public static final class ResumedInBoth implements Resumed {
        private static final int STATE = 4;

        private final Core core;

        private ResumedInBoth(Core core) {
            this.core = core;
        }

        /**
         * Goes on with the branch {@code left} where it stands, or begins it; it may be played in a thread of its own.
         * To be called once, before {@code join}.
         */
        public RoundsHostBothLeft.Resumed left() {
            core.check(STATE);
            return core.resumeHostBothLeft();
        }

        /**
         * Goes on with the branch {@code right} where it stands, or begins it; it may be played in a thread of its own.
         * To be called once, before {@code join}.
         */
        public RoundsHostBothRight.Resumed right() {
            core.check(STATE);
            return core.resumeHostBothRight();
        }

        /**
         * Waits until all branches of {@code Both} are done.
         */
        @CheckReturnValue
        public Next join() {
            core.check(STATE);
            core.checkResumed(0);
            core.checkResumed(1);
            core.join(core.laneFromHostBothLeft);
            core.join(core.laneFromHostBothRight);
            return core.enterNext();
        }
    }

    /**
     * The session is over for Host: nothing is left to do, and nothing will come.
     */
    public static final class Ended implements Resumed {
        private final Core core;

        private Ended(Core core) {
            this.core = core;
        }
    }

    /**
     * Where Host may stand when a session is reopened.
     */
    public sealed interface Resumed permits Next, Both, ResumedInBoth, Ended {
        /**
         * Applies the function for what this is, and returns its result.
         */
        @CanIgnoreReturnValue
        default <R extends @Nullable Object, X extends Exception> R match(Case<Next, R, X> next,
                Case<Both, R, X> both, Case<ResumedInBoth, R, X> resumedInBoth,
                Case<Ended, R, X> ended) throws X {
            if (this instanceof Next message) {
                return next.apply(message);
            }
            if (this instanceof Both message) {
                return both.apply(message);
            }
            if (this instanceof ResumedInBoth message) {
                return resumedInBoth.apply(message);
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

        private final OutLane laneToHostBothLeft;

        private final OutLane laneToHostBothRight;

        private final OutLane laneToWorker;

        private final InLane laneFromHostBothLeft;

        private final InLane laneFromHostBothRight;

        private RoundsHostBothLeft hostBothLeft;

        private RoundsHostBothRight hostBothRight;

        private Next next;

        private Both both;

        private InBoth inBoth;

        private Core(Place place) {
            super(place, 0);
            laneToHostBothLeft = out(0);
            laneToHostBothRight = out(1);
            laneToWorker = out(2);
            laneFromHostBothLeft = in(3);
            laneFromHostBothRight = in(5);
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

        private RoundsHostBothLeft.Start beginHostBothLeft() {
            if (hostBothLeft == null) {
                hostBothLeft = RoundsHostBothLeft.enter(session());
            }
            return hostBothLeft.begin();
        }

        private RoundsHostBothLeft.Resumed resumeHostBothLeft() {
            if (hostBothLeft != null) {
                return hostBothLeft.begin();
            }
            Resumption from = session().resume(1);
            hostBothLeft = RoundsHostBothLeft.enter(session());
            return hostBothLeft.resume(from);
        }

        private RoundsHostBothRight.Offer beginHostBothRight() {
            if (hostBothRight == null) {
                hostBothRight = RoundsHostBothRight.enter(session());
            }
            return hostBothRight.begin();
        }

        private RoundsHostBothRight.Resumed resumeHostBothRight() {
            if (hostBothRight != null) {
                return hostBothRight.begin();
            }
            Resumption from = session().resume(2);
            hostBothRight = RoundsHostBothRight.enter(session());
            return hostBothRight.resume(from);
        }

        private Next enterNext() {
            state = Next.STATE;
            Next view = next;
            if (view == null) {
                view = new Next(this);
                next = view;
            }
            return view;
        }

        private Both enterBoth() {
            state = Both.STATE;
            Both view = both;
            if (view == null) {
                view = new Both(this);
                both = view;
            }
            return view;
        }

        private InBoth enterInBoth() {
            state = InBoth.STATE;
            InBoth view = inBoth;
            if (view == null) {
                view = new InBoth(this);
                inBoth = view;
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
