package dev.parley.runtime;

import dev.parley.runtime.buffer.WaitStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a session is opened. Immutable: each method returns options that differ in one point.
 *
 * <pre>{@code
 * SessionOptions options = SessionOptions.defaults().id("order-17").waitStrategy(WaitStrategy.SPIN_YIELD);
 * }</pre>
 */
public final class SessionOptions {

    private static final SessionOptions DEFAULTS =
            new SessionOptions(null, SessionTable.shared(), WaitStrategy.SPIN_PARK, false, List.of());

    private final @Nullable String id;
    private final SessionTable table;
    private final WaitStrategy waitStrategy;
    private final boolean sameThread;
    private final List<SessionListener> listeners;

    private SessionOptions(
            @Nullable String id,
            SessionTable table,
            WaitStrategy waitStrategy,
            boolean sameThread,
            List<SessionListener> listeners) {
        this.id = id;
        this.table = table;
        this.waitStrategy = waitStrategy;
        this.sameThread = sameThread;
        this.listeners = listeners;
    }

    /** Returns the defaults: an id made by the shared table, waiting by {@link WaitStrategy#SPIN_PARK}, a thread per role. */
    public static SessionOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Sets the session's id; opening fails while another session of the same table has it. Without it the table makes one.
     *
     * @param newId the id
     */
    public SessionOptions id(String newId) {
        Objects.requireNonNull(newId, "id");
        return new SessionOptions(newId, table, waitStrategy, sameThread, listeners);
    }

    /**
     * Sets the table that the session is found in.
     *
     * @param newTable the table
     */
    public SessionOptions table(SessionTable newTable) {
        Objects.requireNonNull(newTable, "table");
        return new SessionOptions(id, newTable, waitStrategy, sameThread, listeners);
    }

    /**
     * Sets how the roles wait.
     *
     * @param strategy the strategy
     */
    public SessionOptions waitStrategy(WaitStrategy strategy) {
        Objects.requireNonNull(strategy, "strategy");
        return new SessionOptions(id, table, strategy, sameThread, listeners);
    }

    /**
     * Says that one thread plays all roles, so that buffers need not be safe for two and nothing can be waited for: a
     * {@code receive()} that finds nothing, and a send that would have to wait, fail.
     */
    public SessionOptions sameThread() {
        return new SessionOptions(id, table, waitStrategy, true, listeners);
    }

    /**
     * Adds a listener.
     *
     * @param listener hears of all changes of the session's status
     */
    public SessionOptions listener(SessionListener listener) {
        List<SessionListener> more = new ArrayList<>(listeners);
        more.add(Objects.requireNonNull(listener, "listener"));
        return new SessionOptions(id, table, waitStrategy, sameThread, List.copyOf(more));
    }

    Optional<String> id() {
        return Optional.ofNullable(id);
    }

    SessionTable table() {
        return table;
    }

    WaitStrategy waitStrategy() {
        return waitStrategy;
    }

    boolean isSameThread() {
        return sameThread;
    }

    List<SessionListener> listeners() {
        return listeners;
    }
}
