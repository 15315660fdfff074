package dev.parley.runtime.buffer;

import java.util.concurrent.atomic.AtomicInteger;

/** A gate that counts what lanes tell it, and stops all traffic on demand. */
final class TestGate extends Gate {

    final AtomicInteger drained = new AtomicInteger();

    /** What a stopped gate throws. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** What a lane throws that a message found full. */
    static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Full(int edge, int capacity) {
            super(edge + "/" + capacity);
        }
    }

    /** Lets nothing pass. */
    void stop() {
        refuse(true);
    }

    /** Lets messages be received, not sent. */
    void drain() {
        refuse(false);
    }

    private void refuse(boolean receiving) {
        replace(null, new Refusal() {
            @Override
            public void onSend() {
                throw new Stopped();
            }

            @Override
            public void onReceive() {
                if (receiving) {
                    throw new Stopped();
                }
            }

            @Override
            public void onWait() {
                throw new Stopped();
            }
        });
    }

    @Override
    public RuntimeException overflow(int edge, int capacity) {
        return new Full(edge, capacity);
    }

    @Override
    public RuntimeException wouldBlock(int edge, int capacity) {
        return new Full(edge, capacity);
    }

    @Override
    public RuntimeException failed(Throwable cause) {
        return new IllegalStateException(cause);
    }

    @Override
    public void drained() {
        drained.incrementAndGet();
    }

    @Override
    public void interrupted() {
        stop();
    }
}
