package dev.parley.runtime;

import dev.parley.runtime.buffer.VirtualThreads;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** The one clock of all timeouts in this JVM, made when the first timeout begins. */
final class Timers {

    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private Timers() {}

    /**
     * Runs an action when some time has passed, in a thread of its own: what one session waits for must not keep another waiting.
     *
     * @return cancels it
     */
    static Future<?> schedule(Duration after, Runnable action) {
        ThreadFactory threads = VirtualThreads.factory();
        return CLOCK.schedule(() -> threads.newThread(action).start(), Deadlines.nanos(after), TimeUnit.NANOSECONDS);
    }

    private static ScheduledThreadPoolExecutor clock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "parley timeouts");
            thread.setDaemon(true);
            return thread;
        });
        // Most choices are made in time.
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }
}
