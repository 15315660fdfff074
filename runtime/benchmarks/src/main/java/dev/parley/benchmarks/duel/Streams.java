package dev.parley.benchmarks.duel;

import dev.parley.runtime.buffer.InLane;
import dev.parley.runtime.buffer.Lane;
import dev.parley.runtime.buffer.OutLane;
import org.jctools.queues.SpscArrayQueue;

/** Contestants that stream an int from one thread to the other. */
final class Streams {

    private Streams() {}

    /** What a queue carries. */
    private record Value(int value) {}

    /** The lane. */
    static final class OverLane implements Contestant {
        private static final long CODE = 1L << 32;
        private final OutLane out;
        private final InLane in;

        OverLane(int capacity) {
            Lane lane = Lanes.fifo(capacity);
            this.out = lane.out();
            this.in = lane.in();
        }

        @Override
        public void lead(int messages) {
            for (int i = 0; i < messages; i++) {
                out.send(CODE | i);
            }
        }

        @Override
        public long follow(int messages) {
            long sum = 0;
            for (int i = 0; i < messages; i++) {
                long header = in.poll();
                while (header == InLane.EMPTY) {
                    Thread.onSpinWait();
                    header = in.poll();
                }
                in.advance();
                sum += (int) header;
            }
            return sum;
        }
    }

    /** A queue, and a record for every message. */
    static final class OverQueueOfRecords implements Contestant {
        private final SpscArrayQueue<Value> queue;

        OverQueueOfRecords(int capacity) {
            this.queue = new SpscArrayQueue<>(capacity);
        }

        @Override
        public void lead(int messages) {
            for (int i = 0; i < messages; i++) {
                Value value = new Value(i);
                while (!queue.offer(value)) {
                    Thread.onSpinWait();
                }
            }
        }

        @Override
        public long follow(int messages) {
            long sum = 0;
            for (int i = 0; i < messages; i++) {
                Value value = queue.poll();
                while (value == null) {
                    Thread.onSpinWait();
                    value = queue.poll();
                }
                sum += value.value();
            }
            return sum;
        }
    }

    /** A queue, and records that were made before. */
    static final class OverQueueOfReferences implements Contestant {
        private final SpscArrayQueue<Value> queue;
        private final Value[] values;

        OverQueueOfReferences(int capacity, int messages) {
            this.queue = new SpscArrayQueue<>(capacity);
            this.values = new Value[messages];
            for (int i = 0; i < messages; i++) {
                values[i] = new Value(i);
            }
        }

        @Override
        public void lead(int messages) {
            for (int i = 0; i < messages; i++) {
                while (!queue.offer(values[i])) {
                    Thread.onSpinWait();
                }
            }
        }

        @Override
        public long follow(int messages) {
            long sum = 0;
            for (int i = 0; i < messages; i++) {
                Value value = queue.poll();
                while (value == null) {
                    Thread.onSpinWait();
                    value = queue.poll();
                }
                sum += value.value();
            }
            return sum;
        }
    }
}
