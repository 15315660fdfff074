package dev.parley.sessions;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of a manager that was given none: as many as there is work at a time, none while there is none. */
final class ManagerThreads {

    private static final long IDLE_SECONDS = 10;

    private ManagerThreads() {}

    static ExecutorService open() {
        AtomicInteger count = new AtomicInteger();
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), action -> {
                    Thread thread = new Thread(action, "parley-sessions-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }
}
