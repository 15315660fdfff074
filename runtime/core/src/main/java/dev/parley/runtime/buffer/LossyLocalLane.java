package dev.parley.runtime.buffer;

/** A lane within one thread that loses messages rather than to fail when it is full. */
final class LossyLocalLane extends LocalReferenceLane {

    private final boolean latest;
    private long dropped;

    LossyLocalLane(LaneSpec spec, Gate gate) {
        super(spec, gate);
        latest = spec.mode() == Mode.LATEST_VALUE;
    }

    @Override
    boolean full() {
        dropped++;
        if (latest) {
            forget();
        }
        return latest;
    }

    @Override
    public long dropped() {
        return dropped;
    }
}
