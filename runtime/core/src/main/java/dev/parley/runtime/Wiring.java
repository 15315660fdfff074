package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.Edge;
import dev.parley.runtime.buffer.DuplexCell;
import dev.parley.runtime.buffer.Gate;
import dev.parley.runtime.buffer.Lane;
import dev.parley.runtime.buffer.LaneSpec;
import dev.parley.runtime.buffer.WaitStrategy;
import dev.parley.runtime.buffer.Waiter;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The lanes of a session and the places where its parts wait, each made by whoever needs it first. */
final class Wiring {

    // A thread that plays all roles has nobody to share with and nobody to wait for.
    private static final AtomicReferenceArray<DuplexCell> NO_CELLS = new AtomicReferenceArray<>(0);
    private static final Slots<Waiter> NO_WAITERS = new Slots<>(0);

    private final ProtocolSpec protocol;
    private final Cast cast;
    private final Gate gate;
    private final WaitStrategy strategy;
    private final boolean sameThread;
    private final @Nullable Conductor conductor;

    /** Null where the session is not durable. */
    private final @Nullable Durable durable;

    private final AtomicReferenceArray<Lane> lanes;

    /** For each pair that alternates its cell, at the number of the first of its edges. */
    private final AtomicReferenceArray<DuplexCell> cells;

    private final Slots<Waiter> waiters;

    /** What the edges to and from families have in place of one lane; made at their first use, as most sessions have none. */
    private volatile @Nullable FamilyLanes familyLanes;

    Wiring(ProtocolSpec protocol, Cast cast, Gate gate, SessionOptions options, @Nullable Durable durable) {
        this.protocol = protocol;
        this.cast = cast;
        this.gate = gate;
        this.strategy = options.waitStrategy();
        this.sameThread = options.isSameThread();
        this.conductor = options.conductor();
        this.durable = durable;
        this.lanes = new AtomicReferenceArray<>(protocol.edges().size());
        this.cells = sameThread
                ? NO_CELLS
                : new AtomicReferenceArray<>(protocol.edges().size());
        this.waiters = sameThread ? NO_WAITERS : new Slots<>(cast.count());
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
            synchronized (this) {
                made = familyLanes;
                if (made == null) {
                    made = new FamilyLanes(this::make);
                    familyLanes = made;
                }
            }
        }
        return made;
    }

    private boolean isFamilys(Edge edge) {
        return protocol.family(edge.from()) != ProtocolSpec.NO_FAMILY
                || protocol.family(edge.to()) != ProtocolSpec.NO_FAMILY;
    }

    private Lane lane(int edge) {
        Lane lane = lanes.get(edge);
        if (lane != null) {
            return lane;
        }
        // Of two that are made at the same time one is lost, before anybody uses it; those of a cell are the same.
        Edge spec = protocol.edges().get(edge);
        Lane made = make(spec, spec.from(), spec.to());
        return lanes.compareAndSet(edge, null, made) ? made : lane(edge);
    }

    Waiter waiter(int part) {
        Waiter waiter = waiters.get(part);
        if (waiter != null) {
            return waiter;
        }
        Waiter made = conductor == null ? new Waiter(gate, strategy) : conductor.waiter(part, gate);
        return waiters.fill(part, made) ? made : waiter(part);
    }

    /** Enters a lane that leads elsewhere. */
    void enter(Edge edge, Lane lane) {
        lanes.set(edge.lane().edge(), lane);
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
                : lanes.get(edge.lane().edge());
    }

    /** Returns whether all that was sent has been received, but for what was sent to those who are done. */
    boolean allReceived(IntPredicate isDone) {
        for (int i = 0; i < lanes.length(); i++) {
            Lane lane = lanes.get(i);
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
        Lane lane = lanes.get(edge);
        return lane == null
                ? new EdgeStatus(from, to, 0, 0, 0, false)
                : new EdgeStatus(from, to, lane.sent(), lane.dropped(), lane.waiting(), lane.isClosed());
    }

    /** Nobody waits at a part's place any more: those who wait for room there go on without it. */
    void abandon(int part) {
        if (!sameThread) {
            waiter(part).abandon();
            wakeAll();
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
        Lane lane =
                durable == null ? plain(edge, from, to) : durable.lane(edge, gate, shape -> simple(shape, from, to));
        return conductor == null || protocol.isInternal(edge) ? lane : conductor.lane(edge, from, to, lane);
    }

    private Lane plain(Edge edge, int from, int to) {
        if (edge.alternating() && !sameThread && !isFamilys(edge)) {
            Edge back = protocol.reverse(edge);
            return edge.lane().edge() < back.lane().edge()
                    ? cell(edge, back).there()
                    : cell(back, edge).back();
        }
        return simple(edge.lane(), from, to);
    }

    private Lane simple(LaneSpec shape, int from, int to) {
        return sameThread ? Lane.local(shape, gate) : Lane.create(shape, gate, waiter(from), waiter(to));
    }

    private DuplexCell cell(Edge there, Edge back) {
        int number = there.lane().edge();
        DuplexCell cell = cells.get(number);
        if (cell != null) {
            return cell;
        }
        DuplexCell made = new DuplexCell(there.lane(), back.lane(), gate, waiter(there.from()), waiter(there.to()));
        return cells.compareAndSet(number, null, made) ? made : cell(there, back);
    }
}
