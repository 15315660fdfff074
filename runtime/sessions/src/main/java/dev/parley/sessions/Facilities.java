package dev.parley.sessions;

import dev.parley.sessions.config.ManagerOptions;
import dev.parley.sessions.event.EventHub;
import dev.parley.sessions.figures.Meter;
import dev.parley.sessions.live.Host;
import dev.parley.sessions.store.JdbcStore;
import dev.parley.sessions.store.SessionStore;
import dev.parley.sessions.time.Time;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** What a manager runs on. What it was not given is opened for it, and closed with it. */
final class Facilities {

    private final Host host;
    private final Deque<Runnable> owned = new ArrayDeque<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    private Facilities(ManagerOptions options) {
        SessionStore store = options.store().orElseGet(() -> {
            SessionStore opened = JdbcStore.sqlite(options.databasePath());
            owned.push(opened::close);
            return opened;
        });
        Time time = options.time().orElseGet(() -> {
            Time opened = Time.system();
            owned.push(opened::close);
            return opened;
        });
        Executor executor = options.executor().orElseGet(() -> {
            ExecutorService opened = ManagerThreads.open();
            owned.push(() -> end(opened, options));
            return opened;
        });
        EventHub events = new EventHub(executor, options.eventBuffer());
        owned.push(events::close);
        this.host = new Host(options, store, events, time, executor, options.metrics() ? Meter.counting() : Meter.OFF);
    }

    static Facilities open(ManagerOptions options) {
        return new Facilities(options);
    }

    Host host() {
        return host;
    }

    void checkOpen() {
        if (closed.get()) {
            throw new IllegalStateException("The session manager is closed. Open another.");
        }
    }

    /** Returns whether it was open until now. */
    boolean beginClosing() {
        return closed.compareAndSet(false, true);
    }

    /** Closes what was opened for the manager, the last first. */
    void close() {
        owned.forEach(Runnable::run);
    }

    /** Lets what is being done be finished, if that does not take too long. */
    private static void end(ExecutorService executor, ManagerOptions options) {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(options.shutdownTimeout().toNanos(), TimeUnit.NANOSECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
