package dev.parley.sessions.time;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Does something again and again, each time some time after the last time was over. */
public final class Periodic implements Time.Timer {

    private final Time time;
    private final Duration period;
    private final Executor executor;
    private final Runnable action;
    private Time.@Nullable Timer next;
    private boolean cancelled;

    private Periodic(Time time, Duration period, Executor executor, Runnable action) {
        this.time = time;
        this.period = period;
        this.executor = executor;
        this.action = action;
    }

    /**
     * Begins.
     *
     * @param time when
     * @param period how long between two times
     * @param executor who does it
     * @param action what; it must not throw
     */
    public static Periodic start(Time time, Duration period, Executor executor, Runnable action) {
        Periodic periodic = new Periodic(time, period, executor, action);
        periodic.arm();
        return periodic;
    }

    private synchronized void arm() {
        if (!cancelled) {
            next = time.after(period, this::due);
        }
    }

    private void due() {
        try {
            executor.execute(this::run);
        } catch (RejectedExecutionException closed) {
            cancel();
        }
    }

    private void run() {
        try {
            action.run();
        } finally {
            arm();
        }
    }

    @Override
    public synchronized void cancel() {
        cancelled = true;
        if (next != null) {
            next.cancel();
        }
    }
}
