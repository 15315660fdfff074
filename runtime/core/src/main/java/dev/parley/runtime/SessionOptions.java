package dev.parley.runtime;

import dev.parley.runtime.Transports.Remote;
import dev.parley.runtime.buffer.WaitStrategy;
import dev.parley.runtime.transport.Transport;
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
            new SessionOptions(null, SessionTable.shared(), WaitStrategy.SPIN_PARK, false, List.of(), List.of(), null);

    private final @Nullable String id;
    private final SessionTable table;
    private final WaitStrategy waitStrategy;
    private final boolean sameThread;
    private final List<Remote> remotes;
    private final List<SessionListener> listeners;
    private final @Nullable Conductor conductor;

    private SessionOptions(
            @Nullable String id,
            SessionTable table,
            WaitStrategy waitStrategy,
            boolean sameThread,
            List<Remote> remotes,
            List<SessionListener> listeners,
            @Nullable Conductor conductor) {
        this.id = id;
        this.table = table;
        this.waitStrategy = waitStrategy;
        this.sameThread = sameThread;
        this.remotes = remotes;
        this.listeners = listeners;
        this.conductor = conductor;
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
        return new SessionOptions(newId, table, waitStrategy, sameThread, remotes, listeners, conductor);
    }

    /**
     * Sets the table that the session is found in.
     *
     * @param newTable the table
     */
    public SessionOptions table(SessionTable newTable) {
        Objects.requireNonNull(newTable, "table");
        return new SessionOptions(id, newTable, waitStrategy, sameThread, remotes, listeners, conductor);
    }

    /**
     * Sets how the roles wait.
     *
     * @param strategy the strategy
     */
    public SessionOptions waitStrategy(WaitStrategy strategy) {
        Objects.requireNonNull(strategy, "strategy");
        return new SessionOptions(id, table, strategy, sameThread, remotes, listeners, conductor);
    }

    /**
     * Says that one thread plays all roles, so that buffers need not be safe for two and nothing can be waited for: a
     * {@code receive()} that finds nothing, and a send that would have to wait, fail.
     */
    public SessionOptions sameThread() {
        return new SessionOptions(id, table, waitStrategy, true, remotes, listeners, conductor);
    }

    /**
     * Adds a listener.
     *
     * @param listener hears of all changes of the session's status
     */
    public SessionOptions listener(SessionListener listener) {
        Objects.requireNonNull(listener, "listener");
        return new SessionOptions(id, table, waitStrategy, sameThread, remotes, with(listeners, listener), conductor);
    }

    /**
     * Says that a role is played elsewhere, and how it is reached by the roles played here.
     *
     * @param role the role's name
     * @param transport carries all edges between it and the roles played here; for this session only
     */
    public SessionOptions remote(String role, Transport transport) {
        return remote(new Remote(Objects.requireNonNull(role, "role"), null, transport));
    }

    /**
     * Says that a role is played elsewhere, and how it is reached by one of the roles played here.
     *
     * @param role the role's name
     * @param peer the name of the role played here
     * @param transport carries the edges between the two; for this session only
     */
    public SessionOptions remote(String role, String peer, Transport transport) {
        return remote(
                new Remote(Objects.requireNonNull(role, "role"), Objects.requireNonNull(peer, "peer"), transport));
    }

    private SessionOptions remote(Remote remote) {
        Objects.requireNonNull(remote.transport(), "transport");
        return new SessionOptions(id, table, waitStrategy, sameThread, with(remotes, remote), listeners, conductor);
    }

    /**
     * Sets what decides on turns, time and the way of messages; see {@code parley-testing}.
     *
     * @param newConductor the conductor, for one session only
     */
    public SessionOptions conductor(Conductor newConductor) {
        Objects.requireNonNull(newConductor, "conductor");
        return new SessionOptions(id, table, waitStrategy, sameThread, remotes, listeners, newConductor);
    }

    private static <T> List<T> with(List<T> list, T more) {
        List<T> all = new ArrayList<>(list);
        all.add(more);
        return List.copyOf(all);
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

    List<Remote> remotes() {
        return remotes;
    }

    List<SessionListener> listeners() {
        return listeners;
    }

    @Nullable Conductor conductor() {
        return conductor;
    }
}
