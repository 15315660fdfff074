package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.Edge;
import dev.parley.runtime.buffer.DuplexCell;
import dev.parley.runtime.buffer.Gate;
import dev.parley.runtime.buffer.Lane;
import dev.parley.runtime.buffer.WaitStrategy;
import dev.parley.runtime.buffer.Waiter;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The lanes of a session and the places where its roles wait, each made by whoever needs it first. */
final class Wiring {

    private final ProtocolSpec protocol;
    private final Gate gate;
    private final WaitStrategy strategy;
    private final boolean sameThread;
    private final @Nullable Conductor conductor;
    private final AtomicReferenceArray<Lane> lanes;

    /** For each pair that alternates its cell, at the number of the first of its edges. */
    private final AtomicReferenceArray<DuplexCell> cells;

    private final AtomicReferenceArray<Waiter> waiters;

    Wiring(ProtocolSpec protocol, Gate gate, SessionOptions options) {
        this.protocol = protocol;
        this.gate = gate;
        this.strategy = options.waitStrategy();
        this.sameThread = options.isSameThread();
        this.conductor = options.conductor();
        this.lanes = new AtomicReferenceArray<>(protocol.edges().size());
        // A thread that plays all roles has nobody to share with and nobody to wait for.
        this.cells =
                new AtomicReferenceArray<>(sameThread ? 0 : protocol.edges().size());
        this.waiters =
                new AtomicReferenceArray<>(sameThread ? 0 : protocol.roles().size());
    }

    Lane lane(int edge) {
        Lane lane = lanes.get(edge);
        if (lane != null) {
            return lane;
        }
        // Of two that are made at the same time one is lost, before anybody uses it; those of a cell are the same.
        Lane made = make(protocol.edges().get(edge));
        return lanes.compareAndSet(edge, null, made) ? made : lane(edge);
    }

    Waiter waiter(int role) {
        Waiter waiter = waiters.get(role);
        if (waiter != null) {
            return waiter;
        }
        Waiter made = conductor == null ? new Waiter(gate, strategy) : conductor.waiter(role, gate);
        return waiters.compareAndSet(role, null, made) ? made : waiter(role);
    }

    /** Enters a lane that leads elsewhere. */
    void enter(Edge edge, Lane lane) {
        lanes.set(edge.lane().edge(), lane);
    }

    /** Returns whether nothing waits in the lane of an edge, be it made or not. */
    boolean isEmpty(int edge) {
        Lane lane = lanes.get(edge);
        return lane == null || lane.isEmpty();
    }

    /** Returns whether the lane of an edge is made and closed. */
    boolean isClosed(int edge) {
        Lane lane = lanes.get(edge);
        return lane != null && lane.isClosed();
    }

    EdgeStatus status(int edge) {
        Lane lane = lanes.get(edge);
        String from = protocol.roles().get(protocol.edges().get(edge).from());
        String to = protocol.roles().get(protocol.edges().get(edge).to());
        return lane == null
                ? new EdgeStatus(from, to, 0, 0, true, false)
                : new EdgeStatus(from, to, lane.sent(), lane.dropped(), lane.isEmpty(), lane.isClosed());
    }

    /** Wakes all roles that wait. */
    void wakeAll() {
        for (int i = 0; i < waiters.length(); i++) {
            Waiter waiter = waiters.get(i);
            if (waiter != null) {
                waiter.wake();
            }
        }
    }

    private Lane make(Edge edge) {
        Lane lane = plain(edge);
        return conductor == null ? lane : conductor.lane(edge, lane);
    }

    private Lane plain(Edge edge) {
        if (sameThread) {
            return Lane.local(edge.lane(), gate);
        }
        if (edge.alternating()) {
            Edge back = protocol.reverse(edge);
            return edge.lane().edge() < back.lane().edge()
                    ? cell(edge, back).there()
                    : cell(back, edge).back();
        }
        return Lane.create(edge.lane(), gate, waiter(edge.from()), waiter(edge.to()));
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
