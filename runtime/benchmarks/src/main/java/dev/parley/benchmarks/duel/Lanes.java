package dev.parley.benchmarks.duel;

import dev.parley.runtime.buffer.DuplexCell;
import dev.parley.runtime.buffer.Gate;
import dev.parley.runtime.buffer.Lane;
import dev.parley.runtime.buffer.LaneSpec;
import dev.parley.runtime.buffer.Mode;
import dev.parley.runtime.buffer.WaitStrategy;
import dev.parley.runtime.buffer.Waiter;
import dev.parley.runtime.buffer.WhenFull;

/** Makes lanes outside of sessions. */
final class Lanes {

    private Lanes() {}

    static Lane fifo(int capacity) {
        Gate gate = new OpenGate();
        return Lane.create(spec(capacity), gate, waiter(gate), waiter(gate));
    }

    static DuplexCell duplex() {
        Gate gate = new OpenGate();
        return new DuplexCell(spec(1), spec(1), gate, waiter(gate), waiter(gate));
    }

    static Lane local(int capacity) {
        return Lane.local(spec(capacity), new OpenGate());
    }

    private static LaneSpec spec(int capacity) {
        return new LaneSpec(0, Mode.FIFO, WhenFull.BLOCK, capacity, capacity, 1, 0);
    }

    private static Waiter waiter(Gate gate) {
        return new Waiter(gate, WaitStrategy.SPIN);
    }

    /** Lets all pass, always. */
    private static final class OpenGate extends Gate {
        @Override
        public RuntimeException overflow(int edge, int capacity) {
            return new IllegalStateException("the lane is full");
        }

        @Override
        public RuntimeException wouldBlock(int edge, int capacity) {
            return new IllegalStateException("the lane is full");
        }

        @Override
        public RuntimeException failed(Throwable cause) {
            return new IllegalStateException(cause);
        }

        @Override
        public void drained() {}

        @Override
        public void interrupted() {}
    }
}
