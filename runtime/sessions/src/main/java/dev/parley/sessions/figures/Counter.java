package dev.parley.sessions.figures;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** Counts one kind of what is done. Safe for use by many threads. */
final class Counter {

    private final LongAdder number = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    void add(long took, boolean failed) {
        nanos.add(took);
        if (failed) {
            errors.increment();
        }
        number.increment();
    }

    /** Of one that is being counted, some numbers may be there already, and others not yet. */
    Count count() {
        long counted = number.sum();
        return new Count(counted, Math.min(errors.sum(), counted), Duration.ofNanos(nanos.sum()));
    }
}
