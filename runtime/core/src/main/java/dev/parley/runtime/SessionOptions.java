package dev.parley.runtime;

import dev.parley.runtime.Transports.Remote;
import dev.parley.runtime.buffer.WaitStrategy;
import dev.parley.runtime.effect.Rights;
import dev.parley.runtime.journal.Journal;
import dev.parley.runtime.transport.BasicCodec;
import dev.parley.runtime.transport.MessageCodec;
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

    private static final SessionOptions DEFAULTS = new SessionOptions();

    // Assigned by the method that makes the object, before anybody else sees it.
    private @Nullable String id;
    private SessionTable table = SessionTable.shared();
    private WaitStrategy waitStrategy = WaitStrategy.SPIN_PARK;
    private boolean sameThread;
    private List<Remote> remotes = List.of();
    private List<SessionListener> listeners = List.of();
    private @Nullable Rights rights;
    private @Nullable Journal facts;
    private Durable.@Nullable Option durable;
    private @Nullable Conductor conductor;

    private SessionOptions() {}

    private SessionOptions(SessionOptions from) {
        id = from.id;
        table = from.table;
        waitStrategy = from.waitStrategy;
        sameThread = from.sameThread;
        remotes = from.remotes;
        listeners = from.listeners;
        rights = from.rights;
        facts = from.facts;
        durable = from.durable;
        conductor = from.conductor;
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
        SessionOptions options = new SessionOptions(this);
        options.id = Objects.requireNonNull(newId, "id");
        return options;
    }

    /**
     * Sets the table that the session is found in.
     *
     * @param newTable the table
     */
    public SessionOptions table(SessionTable newTable) {
        SessionOptions options = new SessionOptions(this);
        options.table = Objects.requireNonNull(newTable, "table");
        return options;
    }

    /**
     * Sets how the roles wait.
     *
     * @param strategy the strategy
     */
    public SessionOptions waitStrategy(WaitStrategy strategy) {
        SessionOptions options = new SessionOptions(this);
        options.waitStrategy = Objects.requireNonNull(strategy, "strategy");
        return options;
    }

    /**
     * Says that one thread plays all roles, so that buffers need not be safe for two and nothing can be waited for: a
     * {@code receive()} that finds nothing, and a send that would have to wait, fail.
     */
    public SessionOptions sameThread() {
        SessionOptions options = new SessionOptions(this);
        options.sameThread = true;
        return options;
    }

    /**
     * Adds a listener.
     *
     * @param listener hears of all changes of the session's status, and of its phases
     */
    public SessionOptions listener(SessionListener listener) {
        SessionOptions options = new SessionOptions(this);
        options.listeners = with(listeners, Objects.requireNonNull(listener, "listener"));
        return options;
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
        SessionOptions options = new SessionOptions(this);
        options.remotes = with(remotes, remote);
        return options;
    }

    /**
     * Sets who may send guarded messages, and how much of them. Without it, a session of a protocol that has some is not opened.
     *
     * @param granted what the roles played here may do; a capability or a budget that is missing is denied
     */
    public SessionOptions rights(Rights granted) {
        SessionOptions options = new SessionOptions(this);
        options.rights = Objects.requireNonNull(granted, "rights");
        return options;
    }

    /**
     * Sets where guarded messages record their facts. Without it, a session of a protocol that has some is not opened.
     *
     * @param journal the journal; it may serve many sessions, and is not closed by any
     */
    public SessionOptions facts(Journal journal) {
        SessionOptions options = new SessionOptions(this);
        options.facts = Objects.requireNonNull(journal, "journal");
        return options;
    }

    /**
     * Makes the session durable: what its roles do is in the journal before anybody can see it, so that the session can be reopened
     * after the end of this process, however it ends. For messages whose values are all of types that {@link BasicCodec} knows.
     *
     * @param journal the journal, for this session only
     */
    public SessionOptions journal(Journal journal) {
        return journal(journal, new BasicCodec());
    }

    /**
     * Makes the session durable, as {@link #journal(Journal)} does.
     *
     * @param journal the journal, for this session only
     * @param codec how messages are written there; it has to read what it has written in earlier runs
     */
    public SessionOptions journal(Journal journal, MessageCodec<?> codec) {
        SessionOptions options = new SessionOptions(this);
        options.durable =
                new Durable.Option(Objects.requireNonNull(journal, "journal"), Objects.requireNonNull(codec, "codec"));
        return options;
    }

    /**
     * Sets what decides on turns, time and the way of messages; see {@code parley-testing}.
     *
     * @param newConductor the conductor, for one session only
     */
    public SessionOptions conductor(Conductor newConductor) {
        SessionOptions options = new SessionOptions(this);
        options.conductor = Objects.requireNonNull(newConductor, "conductor");
        return options;
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

    @Nullable Rights rights() {
        return rights;
    }

    @Nullable Journal facts() {
        return facts;
    }

    Durable.@Nullable Option durable() {
        return durable;
    }

    @Nullable Conductor conductor() {
        return conductor;
    }
}
