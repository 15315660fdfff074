package dev.parley.sessions.micrometer;

import dev.parley.sessions.SessionManager;
import dev.parley.sessions.figures.Count;
import dev.parley.sessions.figures.Tally;
import dev.parley.sessions.health.Report;
import dev.parley.sessions.model.HealthLevel;
import dev.parley.sessions.model.ManagedStatus;
import dev.parley.sessions.model.SessionKind;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.BaseUnits;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The meters of a manager as a whole. */
final class ManagerMeters {

    private final SessionManager manager;
    private final Tags tags;

    ManagerMeters(SessionManager manager, Tags tags) {
        this.manager = manager;
        this.tags = tags;
    }

    void register(Registered meters) {
        for (ManagedStatus status : ManagedStatus.values()) {
            gauge(
                    meters,
                    Gauge.builder(
                                    "parley.sessions.status",
                                    manager,
                                    of(report -> report.statistics().byStatus().getOrDefault(status, 0L)))
                            .description("Sessions that are run here, by status")
                            .tag("status", name(status)));
        }
        for (SessionKind kind : SessionKind.values()) {
            gauge(
                    meters,
                    Gauge.builder(
                                    "parley.sessions.kind",
                                    manager,
                                    of(report -> report.statistics().byKind().getOrDefault(kind, 0L)))
                            .description("Sessions that are run here, by kind")
                            .tag("kind", name(kind)));
        }
        for (HealthLevel level : HealthLevel.values()) {
            gauge(
                    meters,
                    Gauge.builder(
                                    "parley.sessions.health",
                                    manager,
                                    of(report -> report.health().getOrDefault(level, 0L)))
                            .description("Sessions that are run here, by how they are doing")
                            .tag("level", name(level)));
        }
        gauge(
                meters,
                Gauge.builder("parley.sessions.queued", manager, of(Report::queueLength))
                        .description("What waits in the queues of all sessions"));
        gauge(
                meters,
                Gauge.builder("parley.sessions.memory", manager, of(Report::memoryBytes))
                        .description("The heap that the states of all sessions take, estimated")
                        .baseUnit(BaseUnits.BYTES));
        processed(meters, "messages", Tally::messages);
        processed(meters, "tasks", Tally::tasks);
        meters.add(FunctionCounter.builder(
                        "parley.sessions.cpu",
                        manager,
                        each -> total(each).cpu().toNanos() / 1e9)
                .description("Processor time of what the manager's executor did for sessions")
                .baseUnit("seconds")
                .tags(tags)::register);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static ToDoubleFunction<SessionManager> of(Function<Report, Long> figure) {
        return manager -> manager.snapshot().map(figure).map(Long::doubleValue).orElse(Double.NaN);
    }

    private void gauge(Registered meters, Gauge.Builder<SessionManager> gauge) {
        meters.add(gauge.tags(tags)::register);
    }

    private static Tally total(SessionManager manager) {
        return manager.performance().total();
    }

    private void processed(Registered meters, String what, Function<Tally, Count> count) {
        meters.add(FunctionTimer.builder(
                        "parley.sessions." + what,
                        manager,
                        each -> count.apply(total(each)).number(),
                        each -> count.apply(total(each)).took().toNanos(),
                        TimeUnit.NANOSECONDS)
                .description("How many " + what + " were processed, and how long that took")
                .tags(tags)::register);
        meters.add(FunctionCounter.builder(
                        "parley.sessions." + what + ".failed",
                        manager,
                        each -> count.apply(total(each)).errors())
                .description("How many " + what + " could not be processed")
                .tags(tags)::register);
    }
}
