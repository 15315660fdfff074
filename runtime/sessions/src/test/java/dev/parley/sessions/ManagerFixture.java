package dev.parley.sessions;

import dev.parley.sessions.config.ManagerOptions;
import dev.parley.sessions.event.SessionEvent;
import dev.parley.sessions.model.SessionKind;
import dev.parley.sessions.store.MemoryStore;
import dev.parley.sessions.time.VirtualTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** A manager over a store in memory, whose time stands still and whose work is done by whoever causes it. */
public final class ManagerFixture implements AutoCloseable {

    /** When it begins. */
    public static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    final VirtualTime time = new VirtualTime(NOON);
    final MemoryStore store = new MemoryStore();
    final List<SessionEvent> events = new CopyOnWriteArrayList<>();
    final ManagerOptions options;
    final SessionManager manager;

    public ManagerFixture() {
        this(UnaryOperator.identity());
    }

    public ManagerFixture(UnaryOperator<ManagerOptions> shape) {
        options = shape.apply(ManagerOptions.defaults().time(time).store(store).executor(Runnable::run));
        manager = SessionManager.open(options);
        manager.listen(events::add);
    }

    public SessionManager manager() {
        return manager;
    }

    public VirtualTime time() {
        return time;
    }

    public List<SessionEvent> events() {
        return events;
    }

    /** Returns the events of a kind. */
    public <E extends SessionEvent> List<E> events(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Creates a session of ann's and starts it. */
    public SessionHandle started(String name) {
        SessionHandle session = manager.create(SessionKind.ACTIVE, name, "ann");
        session.start();
        return session;
    }

    @Override
    public void close() {
        manager.close();
    }
}
