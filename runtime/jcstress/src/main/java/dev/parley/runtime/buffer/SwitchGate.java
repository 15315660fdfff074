package dev.parley.runtime.buffer;

/** A gate that is open until it is stopped, for good. */
final class SwitchGate extends Gate {

    /** What a stopped gate throws. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("stopped", null, false, false);
        }
    }

    private record Stop() implements Refusal {
        @Override
        public void onSend() {
            throw new Stopped();
        }

        @Override
        public void onReceive() {
            throw new Stopped();
        }

        @Override
        public void onWait() {
            throw new Stopped();
        }
    }

    void stop() {
        replace(null, new Stop());
    }

    @Override
    public RuntimeException overflow(int edge, int capacity) {
        return new IllegalStateException("full");
    }

    @Override
    public RuntimeException wouldBlock(int edge, int capacity) {
        return new IllegalStateException("full");
    }

    @Override
    public RuntimeException failed(Throwable cause) {
        return new IllegalStateException(cause);
    }

    @Override
    public void drained() {}

    @Override
    public void interrupted() {
        stop();
    }
}
