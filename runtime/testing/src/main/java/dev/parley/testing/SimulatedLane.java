package dev.parley.testing;

import dev.parley.runtime.ProtocolSpec.Edge;
import dev.parley.runtime.buffer.InLane;
import dev.parley.runtime.buffer.Lane;
import dev.parley.runtime.buffer.Mode;
import dev.parley.runtime.buffer.OutLane;
import dev.parley.runtime.buffer.WhenFull;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A lane whose messages take their time, or get lost where the protocol allows that. What they are carried in is the real lane. */
final class SimulatedLane implements Lane, OutLane, InLane {

    private final Edge edge;
    private final End sender;
    private final End receiver;
    private final Lane lane;
    private final OutLane out;
    private final InLane in;
    private final Baton baton;
    private final Faults faults;
    private final History.Writer history;

    /** When each message in the lane arrives; not kept of one where a message replaces the one before. */
    private final Queue<Long> arrivals = new ArrayDeque<>();

    private final boolean keepsAll;
    private long lastArrival;

    /** Whether a message was taken since the sender was told of room: else a look for messages is nothing that others wait for. */
    private boolean taken;

    /**
     * Who is at one end of a lane.
     *
     * @param role the number of the role's own part, which has the thread
     * @param part that of the part which sends or receives: the same, or a party of it
     */
    record End(int role, int part) {}

    SimulatedLane(Edge edge, End sender, End receiver, Lane lane, Baton baton, Faults faults, History.Writer history) {
        this.edge = edge;
        this.sender = sender;
        this.receiver = receiver;
        this.lane = lane;
        this.out = lane.out();
        this.in = lane.in();
        this.baton = baton;
        this.faults = faults;
        this.history = history;
        this.keepsAll = edge.lane().mode() == Mode.FIFO;
    }

    @Override
    public void send(long header) {
        if (claim()) {
            publish(header);
        }
    }

    @Override
    public boolean claim() {
        baton.step(sender.role);
        crashIfDue(sender);
        boolean claimed = !faults.loses(mayLose()) && out.claim();
        if (!claimed) {
            history.lost(baton.now(), sender.role, receiver.role);
        }
        return claimed;
    }

    private void crashIfDue(End end) {
        try {
            faults.crashIfDue(end.role, end.part);
        } catch (SimulatedCrashException crash) {
            history.crashed(baton.now(), end.role);
            throw crash;
        }
    }

    private boolean mayLose() {
        return !keepsAll || edge.lane().whenFull() == WhenFull.DROP;
    }

    @Override
    public void word(int index, long value) {
        out.word(index, value);
    }

    @Override
    public void reference(int slot, @Nullable Object value) {
        out.reference(slot, value);
    }

    @Override
    public void publish(long header) {
        long now = baton.now();
        history.sent(now, sender.role, receiver.role, edge, header);
        faults.moved(sender.role, sender.part, edge, header);
        out.publish(header);
        if (keepsAll) {
            // Never before the one in front of it.
            lastArrival = Math.max(lastArrival, faults.arrival(now, sender.role, receiver.role));
            arrivals.add(lastArrival);
            if (lastArrival > now) {
                baton.somethingHappensAt(lastArrival);
            }
        }
        baton.somethingHappened();
    }

    @Override
    public void close() {
        out.close();
        baton.somethingHappened();
    }

    @Override
    public long poll() {
        long header = in.poll();
        Long arrival = arrivals.peek();
        return header > 0 && arrival != null && arrival > baton.now() ? EMPTY : header;
    }

    @Override
    public long word(int index) {
        return in.word(index);
    }

    @Override
    public @Nullable Object reference(int slot) {
        return in.reference(slot);
    }

    @Override
    public void advance() {
        crashIfDue(receiver);
        arrivals.poll();
        long header = in.poll();
        history.received(baton.now(), sender.role, receiver.role, edge, in, header);
        faults.moved(receiver.role, receiver.part, edge, header);
        in.advance();
        taken = true;
        baton.somethingHappened();
    }

    @Override
    public void report() {
        in.report();
        if (taken) {
            taken = false;
            baton.somethingHappened();
        }
    }

    @Override
    public OutLane out() {
        return this;
    }

    @Override
    public InLane in() {
        return this;
    }

    @Override
    public boolean isEmpty() {
        return lane.isEmpty();
    }

    @Override
    public long waiting() {
        return lane.waiting();
    }

    @Override
    public boolean isClosed() {
        return lane.isClosed();
    }

    @Override
    public long sent() {
        return lane.sent();
    }

    @Override
    public long dropped() {
        return lane.dropped();
    }
}
