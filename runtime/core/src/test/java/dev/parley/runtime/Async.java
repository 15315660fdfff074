package dev.parley.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Lets roles act at the same time: each on a thread of its own, as a pool may have fewer threads than a session has roles. */
public final class Async {

    private Async() {}

    /** Runs an action. */
    public static CompletableFuture<Void> run(Runnable action) {
        return CompletableFuture.runAsync(action, Async::start);
    }

    /** Computes a value. */
    public static <T> CompletableFuture<T> supply(Supplier<T> value) {
        return CompletableFuture.supplyAsync(value, Async::start);
    }

    private static void start(Runnable action) {
        Thread thread = new Thread(action, "async");
        thread.setDaemon(true);
        thread.start();
    }
}
