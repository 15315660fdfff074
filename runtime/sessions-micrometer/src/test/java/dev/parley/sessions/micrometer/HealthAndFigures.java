package dev.parley.sessions.micrometer;

import dev.parley.sessions.SessionHandle;
import dev.parley.sessions.SessionManager;
import dev.parley.sessions.config.ManagerOptions;
import dev.parley.sessions.event.SessionEvent.HealthChanged;
import dev.parley.sessions.health.Report;
import dev.parley.sessions.health.SessionHealth;
import dev.parley.sessions.model.HealthLevel;
import dev.parley.sessions.model.SessionKind;
import dev.parley.sessions.store.MemoryStore;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Set;

/** Watches a shop. */
public final class HealthAndFigures {

    private HealthAndFigures() {}

    public static void main(String[] args) {
        ManagerOptions options = ManagerOptions.defaults()
                .store(new MemoryStore())
                .healthInterval(Duration.ofSeconds(10))
                .metricsInterval(Duration.ofSeconds(5));
        try (SessionManager manager = SessionManager.open(options)) {
            manager.listen(event -> {
                if (event instanceof HealthChanged changed && changed.to() != HealthLevel.HEALTHY) {
                    System.err.println(changed.stamp().session() + " is " + changed.to() + ": " + changed.reason());
                }
            });
            SessionHandle shop = manager.create(SessionKind.DEPARTMENT, "shop", "ann");
            shop.start();
            shop.register(Set.of("order"), 0, order -> "sold");
            manager.post().send(shop, shop.id(), "order", 0, "tea").join();

            SessionHealth health = shop.health();
            System.out.println(health.verdict().level() + ", failed: " + health.errorRate());
            Report anns = manager.report("ann");
            System.out.println(anns.statistics().byKind() + ", messages: "
                    + anns.performance().messagesProcessed());
            Report nobodys = manager.report("nobody");
            System.out.println(nobodys.statistics().total() + " sessions, average response time: "
                    + nobodys.performance().averageResponseTime());

            PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
            SessionMetrics.of(manager).tags(Tags.of("node", "n1")).bindTo(prometheus);
            prometheus
                    .scrape()
                    .lines()
                    .filter(line -> line.contains("messages_failed"))
                    .forEach(System.out::println);
        }
    }
}
