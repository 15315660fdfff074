package dev.parley.sessions.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.sessions.SessionHandle;
import dev.parley.sessions.SessionManager;
import dev.parley.sessions.config.ManagerOptions;
import dev.parley.sessions.model.SessionKind;
import dev.parley.sessions.store.MemoryStore;
import dev.parley.sessions.time.VirtualTime;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionMetricsTest {

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-01-01T12:00:00Z"));
    private final ManagerOptions options = ManagerOptions.defaults()
            .time(time)
            .store(new MemoryStore())
            .executor(Runnable::run)
            .maxSessions(1_000)
            .maxSessionsPerOwner(1_000);
    private final SessionManager manager = SessionManager.open(options);
    private final MeterRegistry registry = new SimpleMeterRegistry();

    @AfterEach
    void close() {
        manager.close();
    }

    private SessionHandle started(String name) {
        SessionHandle session = manager.create(SessionKind.ACTIVE, name, "ann");
        session.start();
        return session;
    }

    /** Creates a session that reads orders, and has it read some; half of them fail. */
    private SessionHandle busy(String name, int letters) {
        SessionHandle session = started(name);
        session.register(Set.of("order"), 0, letter -> {
            if (letter.payload().equals(1)) {
                throw new IllegalStateException("sold out");
            }
            return "sold";
        });
        for (int i = 0; i < letters; i++) {
            assertThat(manager.post().send(session, session.id(), "order", 0, i % 2))
                    .isDone();
        }
        return session;
    }

    private double gauge(String name, String... tags) {
        return registry.get(name).tags(tags).gauge().value();
    }

    @Test
    void showsWhatTheManagerCounts() {
        SessionMetrics.of(manager).bindTo(registry);
        SessionHandle busy = busy("busy", 10);
        started("resting").pause("lunch");
        manager.create(SessionKind.DIRECTOR, "plan", "bob");
        time.advance(options.metricsInterval());

        assertThat(gauge("parley.sessions.status", "status", "active")).isEqualTo(1);
        assertThat(gauge("parley.sessions.status", "status", "idle")).isEqualTo(1);
        assertThat(gauge("parley.sessions.status", "status", "initializing")).isEqualTo(1);
        assertThat(gauge("parley.sessions.status", "status", "error")).isZero();
        assertThat(gauge("parley.sessions.kind", "kind", "director")).isEqualTo(1);
        assertThat(gauge("parley.sessions.health", "level", "healthy")).isEqualTo(3);
        assertThat(gauge("parley.sessions.memory"))
                .isEqualTo((double) manager.report().memoryBytes())
                .isPositive();
        assertThat(gauge("parley.sessions.queued")).isZero();
        assertThat(registry.get("parley.sessions.messages").functionTimer().count())
                .isEqualTo(10);
        assertThat(registry.get("parley.sessions.messages").functionTimer().totalTime(TimeUnit.NANOSECONDS))
                .as("but for rounding, as meters count in seconds")
                .isCloseTo((double) busy.performance().total().messages().took().toNanos(), within(0.5));
        assertThat(registry.get("parley.sessions.messages.failed")
                        .functionCounter()
                        .count())
                .isEqualTo(5);
        assertThat(registry.get("parley.sessions.tasks").functionTimer().count())
                .isZero();
        assertThat(registry.get("parley.sessions.cpu").functionCounter().count())
                .isEqualTo(manager.performance().total().cpu().toNanos() / 1e9)
                .isPositive();
    }

    @Test
    void countersNeverFallWhenSessionsGo() {
        SessionMetrics.of(manager).bindTo(registry);
        SessionHandle busy = busy("busy", 10);
        busy.complete("", Map.of());
        busy.cleanUp();

        assertThat(registry.get("parley.sessions.messages").functionTimer().count())
                .isEqualTo(10);
    }

    @Test
    void thereAreAsManyMetersHoweverManySessionsThereAre() {
        SessionMetrics.of(manager).bindTo(registry);
        int meters = registry.getMeters().size();
        for (int i = 0; i < 500; i++) {
            started("s" + i);
        }
        time.advance(options.metricsInterval());

        assertThat(registry.getMeters()).hasSize(meters).hasSizeLessThan(30);
    }

    @Test
    void prometheusReadsThem() {
        PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        SessionMetrics.of(manager).tags(Tags.of("node", "n1")).bindTo(prometheus);
        busy("busy", 4);
        time.advance(options.metricsInterval());

        assertThat(prometheus.scrape())
                .contains("parley_sessions_status{node=\"n1\",status=\"active\"} 1.0\n")
                .contains("parley_sessions_kind{kind=\"observer\",node=\"n1\"} 0.0\n")
                .contains("parley_sessions_health{level=\"unhealthy\",node=\"n1\"} 0.0\n")
                .contains("parley_sessions_queued{node=\"n1\"} 0.0\n")
                .contains("parley_sessions_memory_bytes{node=\"n1\"} ")
                .contains("parley_sessions_messages_seconds_count{node=\"n1\"} 4\n")
                .contains("parley_sessions_messages_seconds_sum{node=\"n1\"} ")
                .contains("parley_sessions_messages_failed_total{node=\"n1\"} 2.0\n")
                .contains("parley_sessions_tasks_seconds_count{node=\"n1\"} 0\n")
                .contains("parley_sessions_tasks_failed_total{node=\"n1\"} 0.0\n")
                .contains("parley_sessions_cpu_seconds_total{node=\"n1\"} ")
                .doesNotContain("NaN");
    }

    @Test
    void metersOfASessionAreThereUntilItEnds() {
        SessionHandle before = busy("before", 6);
        SessionMetrics metrics = SessionMetrics.of(manager).perSession();
        metrics.bindTo(registry);
        int meters = registry.getMeters().size();
        SessionHandle after = busy("after", 2);

        assertThat(registry.getMeters()).hasSize(meters + 5);
        assertThat(registry.get("parley.session.processed")
                        .tag("session", before.id())
                        .functionTimer()
                        .count())
                .isEqualTo(6);
        assertThat(registry.get("parley.session.failed")
                        .tag("session", after.id())
                        .functionCounter()
                        .count())
                .isEqualTo(1);
        assertThat(gauge("parley.session.memory", "session", after.id()))
                .isEqualTo((double) after.health().memoryBytes());
        assertThat(gauge("parley.session.queued", "session", after.id())).isZero();
        assertThat(gauge("parley.session.health", "session", after.id())).isZero();
        before.terminate("enough", Map.of());
        after.delete("enough");

        assertThat(registry.getMeters())
                .extracting(Meter::getId)
                .noneMatch(id -> id.getName().startsWith("parley.session."));
    }

    @Test
    void oneThousandSessionsLeaveNoMetersBehind() {
        SessionMetrics.of(manager).perSession().bindTo(registry);
        int meters = registry.getMeters().size();
        for (int i = 0; i < 1_000; i++) {
            SessionHandle session = started("s" + i);
            session.complete("", Map.of());
        }
        time.advance(Duration.ofMinutes(2));

        assertThat(manager.running()).isEmpty();
        assertThat(registry.getMeters()).hasSize(meters);
    }

    @Test
    void closingRemovesAllMeters() {
        started("chat");
        try (SessionMetrics metrics = SessionMetrics.of(manager).perSession()) {
            metrics.bindTo(registry);
            assertThat(registry.getMeters()).isNotEmpty();
        }
        started("other");

        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void aManagerThatMeasuresNothingHasNoMeters() {
        try (SessionManager silent =
                SessionManager.open(options.metrics(false).node("silent").store(new MemoryStore()))) {
            SessionMetrics.of(silent).perSession().bindTo(registry);
        }

        assertThat(registry.getMeters()).isEmpty();
    }
}
