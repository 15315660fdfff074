package dev.parley.sessions.micrometer;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Meters that were registered together, and are removed together. */
final class Registered {

    private final MeterRegistry registry;
    private final List<Meter> meters = new ArrayList<>();

    Registered(MeterRegistry registry) {
        this.registry = registry;
    }

    synchronized void add(Function<MeterRegistry, ? extends Meter> registration) {
        meters.add(registration.apply(registry));
    }

    synchronized void remove() {
        meters.forEach(registry::remove);
        meters.clear();
    }
}
