package dev.parley.sessions.micrometer;

import dev.parley.sessions.SessionHandle;
import dev.parley.sessions.SessionManager;
import dev.parley.sessions.event.Listening;
import dev.parley.sessions.event.SessionEvent;
import dev.parley.sessions.event.SessionEvent.Created;
import dev.parley.sessions.event.SessionEvent.Deleted;
import dev.parley.sessions.event.SessionEvent.Recovered;
import dev.parley.sessions.event.SessionEvent.StatusChanged;
import dev.parley.sessions.model.HealthLevel;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.BaseUnits;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The meters of each session: there from when it is run here until it has ended. */
final class SessionMeters {

    private final SessionManager manager;
    private final Tags tags;
    private final MeterRegistry registry;

    /** Guarded by this. */
    private final Map<String, Registered> sessions = new HashMap<>();

    private Listening listening = () -> {};

    private SessionMeters(SessionManager manager, Tags tags, MeterRegistry registry) {
        this.manager = manager;
        this.tags = tags;
        this.registry = registry;
    }

    static SessionMeters follow(SessionManager manager, Tags tags, MeterRegistry registry) {
        SessionMeters meters = new SessionMeters(manager, tags, registry);
        meters.listening = manager.listen(meters::happened);
        meters.keepUp();
        return meters;
    }

    private void happened(SessionEvent event) {
        if (event instanceof Created
                || event instanceof Recovered
                || event instanceof StatusChanged
                || event instanceof Deleted) {
            keepUp();
        }
    }

    /** Has meters for those sessions that go on here, and for no others. */
    private synchronized void keepUp() {
        Map<String, SessionHandle> running = manager.running().stream()
                .filter(session -> session.now().isLive())
                .collect(Collectors.toMap(SessionHandle::id, Function.identity()));
        sessions.entrySet().removeIf(each -> {
            boolean ended = !running.containsKey(each.getKey());
            if (ended) {
                each.getValue().remove();
            }
            return ended;
        });
        running.forEach((id, session) -> sessions.computeIfAbsent(id, added -> registered(session)));
    }

    private Registered registered(SessionHandle session) {
        Registered meters = new Registered(registry);
        Tags all = tags.and("session", session.id());
        meters.add(Gauge.builder(
                        "parley.session.health",
                        session,
                        each -> number(each.verdict().level()))
                .description("0 healthy, 1 degraded, 2 unhealthy")
                .tags(all)::register);
        meters.add(Gauge.builder(
                        "parley.session.queued", session, each -> each.health().queueLength())
                .description("What waits in its queues")
                .tags(all)::register);
        meters.add(Gauge.builder(
                        "parley.session.memory", session, each -> each.health().memoryBytes())
                .description("The heap that its state takes, estimated")
                .baseUnit(BaseUnits.BYTES)
                .tags(all)::register);
        meters.add(FunctionTimer.builder(
                        "parley.session.processed",
                        session,
                        each -> each.performance().total().all().number(),
                        each -> each.performance().total().all().took().toNanos(),
                        TimeUnit.NANOSECONDS)
                .description("How many messages and tasks were processed, and how long that took")
                .tags(all)::register);
        meters.add(FunctionCounter.builder(
                        "parley.session.failed",
                        session,
                        each -> each.performance().total().all().errors())
                .description("How many messages and tasks could not be processed")
                .tags(all)::register);
        return meters;
    }

    private static int number(HealthLevel level) {
        return switch (level) {
            case HEALTHY -> 0;
            case DEGRADED -> 1;
            case UNHEALTHY -> 2;
        };
    }

    void remove() {
        listening.close();
        forget();
    }

    private synchronized void forget() {
        sessions.values().forEach(Registered::remove);
        sessions.clear();
    }
}
