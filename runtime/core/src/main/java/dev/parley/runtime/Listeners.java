package dev.parley.runtime;

/** Calls what users have registered. */
final class Listeners {

    private Listeners() {}

    /** Calls a listener. Whatever it throws, the other listeners and the session go on. */
    @SuppressWarnings("CatchingUnchecked")
    static void tell(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException | Error e) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }
}
