package dev.parley.benchmarks.duel;

import dev.parley.runtime.SessionOptions;
import dev.parley.runtime.buffer.InLane;
import dev.parley.runtime.buffer.Lane;
import dev.parley.runtime.buffer.OutLane;
import dev.parley.runtime.buffer.WaitStrategy;

/** Contestants that are generated endpoints, used as in a program: with the check of every state, and sealed messages. */
final class Endpoints {

    private Endpoints() {}

    private static SessionOptions spinning() {
        return SessionOptions.defaults().waitStrategy(WaitStrategy.SPIN);
    }

    /** Streams numbers through {@link Numbers}. */
    static final class Streaming implements Contestant {
        private NumbersSource.Stream source;
        private NumbersSink.Stream sink;

        Streaming() {
            NumbersSession session = NumbersSession.open(spinning());
            this.source = session.source();
            this.sink = session.sink();
        }

        @Override
        public void lead(int messages) {
            NumbersSource.Stream state = source;
            for (int i = 0; i < messages; i++) {
                state = state.number(i);
            }
            source = state;
        }

        @Override
        public long follow(int messages) {
            long sum = 0;
            NumbersSink.Stream state = sink;
            for (int i = 0; i < messages; i++) {
                if (!(state.receive() instanceof NumbersSink.Number number)) {
                    throw new IllegalStateException("the stream has ended");
                }
                sum += number.value();
                state = number;
            }
            sink = state;
            return sum;
        }
    }

    /** Calls and answers through {@link Echo}. */
    static final class Calling implements Contestant {
        private EchoCaller.Calling caller;
        private EchoWall.Calling wall;

        Calling() {
            EchoSession session = EchoSession.open(spinning());
            this.caller = session.caller();
            this.wall = session.wall();
        }

        @Override
        public void lead(int messages) {
            EchoCaller.Calling state = caller;
            for (int i = 0; i < messages; i++) {
                state = state.call(i).receive();
            }
            caller = state;
        }

        @Override
        public long follow(int messages) {
            long sum = 0;
            EchoWall.Calling state = wall;
            for (int i = 0; i < messages; i++) {
                if (!(state.receive() instanceof EchoWall.Call call)) {
                    throw new IllegalStateException("the caller has left");
                }
                sum += call.value();
                state = call.answer(call.value());
            }
            wall = state;
            return sum;
        }
    }

    /** Streams numbers through {@link Numbers}, both roles on one thread: {@link #follow} sends and receives in turn. */
    static final class StreamingAlone implements Contestant {
        private NumbersSource.Stream source;
        private NumbersSink.Stream sink;

        StreamingAlone() {
            NumbersSession session =
                    NumbersSession.open(SessionOptions.defaults().sameThread());
            this.source = session.source();
            this.sink = session.sink();
        }

        @Override
        public void lead(int messages) {}

        @Override
        public long follow(int messages) {
            long sum = 0;
            NumbersSource.Stream sending = source;
            NumbersSink.Stream receiving = sink;
            for (int i = 0; i < messages; i++) {
                sending = sending.number(i);
                if (!(receiving.receive() instanceof NumbersSink.Number number)) {
                    throw new IllegalStateException("the stream has ended");
                }
                sum += number.value();
                receiving = number;
            }
            source = sending;
            sink = receiving;
            return sum;
        }
    }

    /** What endpoints on one thread are measured against: the bare lane, without fences and without types. */
    static final class LaneAlone implements Contestant {
        private static final long CODE = 1L << 32;
        private final OutLane out;
        private final InLane in;

        LaneAlone() {
            Lane lane = Lanes.local(1024);
            this.out = lane.out();
            this.in = lane.in();
        }

        @Override
        public void lead(int messages) {}

        @Override
        public long follow(int messages) {
            long sum = 0;
            for (int i = 0; i < messages; i++) {
                out.send(CODE | i);
                sum += (int) in.poll();
                in.advance();
            }
            return sum;
        }
    }
}
