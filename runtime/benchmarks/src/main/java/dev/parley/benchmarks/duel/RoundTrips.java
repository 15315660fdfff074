package dev.parley.benchmarks.duel;

import dev.parley.runtime.buffer.DuplexCell;
import dev.parley.runtime.buffer.InLane;
import dev.parley.runtime.buffer.OutLane;
import org.jctools.queues.SpscArrayQueue;

/** Contestants that send an int to the other thread and wait for it to come back. */
final class RoundTrips {

    private RoundTrips() {}

    /** What a queue carries. */
    private record Value(int value) {}

    /** The cell that both directions share. */
    static final class OverCell implements Contestant {
        private static final long CODE = 1L << 32;
        private final OutLane request;
        private final InLane requested;
        private final OutLane reply;
        private final InLane replied;

        OverCell() {
            DuplexCell cell = Lanes.duplex();
            this.request = cell.there().out();
            this.requested = cell.there().in();
            this.reply = cell.back().out();
            this.replied = cell.back().in();
        }

        @Override
        public void lead(int messages) {
            for (int i = 0; i < messages; i++) {
                request.send(CODE | i);
                while (replied.poll() == InLane.EMPTY) {
                    Thread.onSpinWait();
                }
                replied.advance();
            }
        }

        @Override
        public long follow(int messages) {
            long sum = 0;
            for (int i = 0; i < messages; i++) {
                long header = requested.poll();
                while (header == InLane.EMPTY) {
                    Thread.onSpinWait();
                    header = requested.poll();
                }
                requested.advance();
                sum += (int) header;
                reply.send(header);
            }
            return sum;
        }
    }

    /** A queue there and a queue back. */
    static final class OverQueues implements Contestant {
        private final SpscArrayQueue<Value> requests = new SpscArrayQueue<>(1024);
        private final SpscArrayQueue<Value> replies = new SpscArrayQueue<>(1024);
        private final Value[] values;

        OverQueues(int messages) {
            this.values = new Value[messages];
            for (int i = 0; i < messages; i++) {
                values[i] = new Value(i);
            }
        }

        @Override
        public void lead(int messages) {
            for (int i = 0; i < messages; i++) {
                requests.offer(values[i]);
                while (replies.poll() == null) {
                    Thread.onSpinWait();
                }
            }
        }

        @Override
        public long follow(int messages) {
            long sum = 0;
            for (int i = 0; i < messages; i++) {
                Value value = requests.poll();
                while (value == null) {
                    Thread.onSpinWait();
                    value = requests.poll();
                }
                sum += value.value();
                replies.offer(value);
            }
            return sum;
        }
    }
}
