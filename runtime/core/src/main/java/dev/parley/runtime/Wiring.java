package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.Edge;
import dev.parley.runtime.buffer.DuplexCell;
import dev.parley.runtime.buffer.Gate;
import dev.parley.runtime.buffer.Lane;
import dev.parley.runtime.buffer.LaneSpec;
import dev.parley.runtime.buffer.Waiter;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The lanes of a session and the places where its parts wait, each made by whoever needs it first. What a session is built on, and not an object
 * beside it, because there are very many sessions.
 */
abstract class Wiring {

    private static final VarHandle LANE = MethodHandles.arrayElementVarHandle(Lane[].class);
    private static final VarHandle FAMILY_LANES;

    static {
        try {
            FAMILY_LANES = MethodHandles.lookup().findVarHandle(Wiring.class, "familyLanes", FamilyLanes.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    // A thread that plays all roles has nobody to share with and nobody to wait for.
    private static final Slots<DuplexCell> NO_CELLS = new Slots<>(0);
    private static final Slots<Waiter> NO_WAITERS = new Slots<>(0);

    private final ProtocolSpec protocol;
    private final SessionOptions options;
    private final Cast cast;

    /** Null where the session is not durable. */
    private final @Nullable Durable durable;

    /** For each edge its lane, null until it is needed. */
    private final @Nullable Lane[] lanes;

    /** For each pair that alternates its cell, at the number of the first of its edges. */
    private final Slots<DuplexCell> cells;

    private final Slots<Waiter> waiters;

    /** What the edges to and from families have in place of one lane; made at their first use, as most sessions have none. */
    private volatile @Nullable FamilyLanes familyLanes;

    Wiring(ProtocolSpec protocol, SessionOptions options, @Nullable Durable durable, Cast cast) {
        this.protocol = protocol;
        this.options = options;
        this.durable = durable;
        this.cast = cast;
        int edges = protocol.edges().size();
        this.lanes = new Lane[edges];
        this.cells = options.isSameThread() ? NO_CELLS : new Slots<>(edges);
        this.waiters = options.isSameThread() ? NO_WAITERS : new Slots<>(cast.count());
    }

    /** Returns what decides whether traffic may pass. */
    abstract Gate gate();

    /** Returns what is played. */
    public final ProtocolSpec protocol() {
        return protocol;
    }

    final SessionOptions options() {
        return options;
    }

    /** Returns whether one thread plays all roles. */
    public final boolean isSameThread() {
        return options.isSameThread();
    }

    final @Nullable Conductor conductor() {
        return options.conductor();
    }

    final Cast cast() {
        return cast;
    }

    /** Returns the journal's side of the session; null where it is not durable. */
    final @Nullable Durable durable() {
        return durable;
    }

    /** Returns the lane of an edge from one part to another. */
    Lane lane(Edge edge, int from, int to) {
        return isFamilys(edge)
                ? familyLanes().get(edge, from, to)
                : lane(edge.lane().edge());
    }

    /** Returns what settles between two parts whether messages on an edge are in time. */
    Ballot ballot(Edge edge, int from, int to) {
        return familyLanes().ballot(edge, from, to);
    }

    private FamilyLanes familyLanes() {
        FamilyLanes made = familyLanes;
        if (made == null) {
            FAMILY_LANES.compareAndSet(this, null, new FamilyLanes(this::make));
            made = Objects.requireNonNull(familyLanes);
        }
        return made;
    }

    private boolean isFamilys(Edge edge) {
        return protocol.family(edge.from()) != ProtocolSpec.NO_FAMILY
                || protocol.family(edge.to()) != ProtocolSpec.NO_FAMILY;
    }

    private Lane lane(int edge) {
        Lane lane = made(edge);
        if (lane != null) {
            return lane;
        }
        // Of two that are made at the same time one is lost, before anybody uses it; those of a cell are the same.
        Edge spec = protocol.edges().get(edge);
        Lane made = make(spec, spec.from(), spec.to());
        return LANE.compareAndSet(lanes, edge, null, made) ? made : lane(edge);
    }

    Waiter waiter(int part) {
        Waiter waiter = waiters.get(part);
        if (waiter != null) {
            return waiter;
        }
        Conductor conductor = conductor();
        Waiter made = conductor == null ? new Waiter(gate(), options.waitStrategy()) : conductor.waiter(part, gate());
        return waiters.fill(part, made) ? made : waiter(part);
    }

    /** Enters a lane that leads elsewhere. */
    void enter(Edge edge, Lane lane) {
        LANE.setVolatile(lanes, edge.lane().edge(), lane);
    }

    /** Returns whether nothing waits in a lane, be it made or not. */
    boolean isEmpty(Edge edge, int from, int to) {
        Lane lane = made(edge, from, to);
        return lane == null || lane.isEmpty();
    }

    /** Returns whether a lane is made and closed. */
    boolean isClosed(Edge edge, int from, int to) {
        Lane lane = made(edge, from, to);
        return lane != null && lane.isClosed();
    }

    private @Nullable Lane made(Edge edge, int from, int to) {
        return isFamilys(edge)
                ? familyLanes().find(edge, from, to)
                : made(edge.lane().edge());
    }

    private @Nullable Lane made(int edge) {
        return (Lane) LANE.getVolatile(lanes, edge);
    }

    /** Returns whether all that was sent has been received, but for what was sent to those who are done. */
    boolean allReceived(IntPredicate isDone) {
        for (int i = 0; i < lanes.length; i++) {
            Lane lane = made(i);
            if (lane != null
                    && !lane.isEmpty()
                    && !isDone.test(protocol.edges().get(i).to())) {
                return false;
            }
        }
        FamilyLanes ofFamilies = familyLanes;
        return ofFamilies == null || ofFamilies.allReceived(isDone);
    }

    EdgeStatus status(int edge) {
        Edge spec = protocol.edges().get(edge);
        String from = protocol.roles().get(spec.from());
        String to = protocol.roles().get(spec.to());
        if (isFamilys(spec)) {
            return familyLanes().status(spec, from, to);
        }
        Lane lane = made(edge);
        return lane == null
                ? new EdgeStatus(from, to, 0, 0, 0, false)
                : new EdgeStatus(from, to, lane.sent(), lane.dropped(), lane.waiting(), lane.isClosed());
    }

    /** Nobody waits at a part's place any more: those who wait for room there go on without it. */
    void abandon(int part) {
        if (!isSameThread()) {
            waiter(part).abandon();
            wakeAll();
        }
    }

    /** Wakes a part if it waits. */
    void wake(int part) {
        if (!isSameThread()) {
            waiter(part).wake();
        }
    }

    /** Wakes all parts that wait. */
    void wakeAll() {
        for (int part = 0; part < cast.count(); part++) {
            Waiter waiter = waiters.get(part);
            if (waiter != null) {
                waiter.wake();
            }
        }
    }

    private Lane make(Edge edge, int from, int to) {
        Conductor conductor = conductor();
        Lane lane =
                durable == null ? plain(edge, from, to) : durable.lane(edge, gate(), shape -> simple(shape, from, to));
        return conductor == null || protocol.isInternal(edge) ? lane : conductor.lane(edge, from, to, lane);
    }

    private Lane plain(Edge edge, int from, int to) {
        if (edge.alternating() && !isSameThread() && !isFamilys(edge)) {
            Edge back = protocol.reverse(edge);
            return edge.lane().edge() < back.lane().edge()
                    ? cell(edge, back).there()
                    : cell(back, edge).back();
        }
        return simple(edge.lane(), from, to);
    }

    private Lane simple(LaneSpec shape, int from, int to) {
        return isSameThread() ? Lane.local(shape, gate()) : Lane.create(shape, gate(), waiter(from), waiter(to));
    }

    private DuplexCell cell(Edge there, Edge back) {
        int number = there.lane().edge();
        DuplexCell cell = cells.get(number);
        if (cell != null) {
            return cell;
        }
        DuplexCell made = new DuplexCell(there.lane(), back.lane(), gate(), waiter(there.from()), waiter(there.to()));
        return cells.fill(number, made) ? made : cell(there, back);
    }
}
