package dev.parley.runtime.buffer;

import java.util.ArrayList;
import java.util.List;

/** Both ends of a lane with all that is around them. */
final class Ends {

    final TestGate gate = new TestGate();
    final Waiter sender;
    final Waiter receiver;
    final Lane lane;
    final OutLane out;
    final InLane in;

    private Ends(LaneSpec spec, WaitStrategy strategy, boolean local) {
        this.sender = new Waiter(gate, strategy);
        this.receiver = new Waiter(gate, strategy);
        this.lane = local ? Lane.local(spec, gate) : Lane.create(spec, gate, sender, receiver);
        this.out = lane.out();
        this.in = lane.in();
        receiver.receivesFrom(in);
    }

    static Ends of(LaneSpec spec) {
        return new Ends(spec, WaitStrategy.SPIN_PARK, false);
    }

    static Ends of(LaneSpec spec, WaitStrategy strategy) {
        return new Ends(spec, strategy, false);
    }

    static Ends local(LaneSpec spec) {
        return new Ends(spec, WaitStrategy.SPIN_PARK, true);
    }

    static LaneSpec fifo(WhenFull whenFull, int capacity, int maxCapacity) {
        return new LaneSpec(7, Mode.FIFO, whenFull, capacity, maxCapacity, 1, 0);
    }

    static LaneSpec fifo(int capacity, int stride, int references) {
        return new LaneSpec(7, Mode.FIFO, WhenFull.BLOCK, capacity, capacity, stride, references);
    }

    static LaneSpec latest(int stride, int references) {
        return new LaneSpec(7, Mode.LATEST_VALUE, WhenFull.BLOCK, 1, 1, stride, references);
    }

    /** Returns the header of a message with code 1 and a payload. */
    static long header(int value) {
        return (1L << 32) | (value & 0xFFFF_FFFFL);
    }

    void send(int value) {
        out.send(header(value));
    }

    /** Receives a message that must be there. */
    int take() {
        long header = in.poll();
        if (header <= 0) {
            throw new AssertionError("no message is there: " + header);
        }
        in.advance();
        return (int) header;
    }

    /** Receives a message, waiting for it. */
    long await() {
        long header = in.poll();
        while (header == InLane.EMPTY) {
            receiver.pause();
            header = in.poll();
        }
        receiver.resume();
        return header;
    }

    /** Receives what is there. */
    List<Integer> drain() {
        List<Integer> values = new ArrayList<>();
        for (long header = in.poll(); header > 0; header = in.poll()) {
            values.add((int) header);
            in.advance();
        }
        return values;
    }
}
