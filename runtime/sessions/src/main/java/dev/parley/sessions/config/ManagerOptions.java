package dev.parley.sessions.config;

import dev.parley.sessions.model.Retry;
import dev.parley.sessions.store.SessionStore;
import dev.parley.sessions.time.Time;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a session manager is set up. Immutable: each method that takes a value returns options that differ in that point.
 *
 * <pre>{@code
 * ManagerOptions options = ManagerOptions.defaults().maxSessions(5_000).inactivityTimeout(Duration.ofHours(1));
 * }</pre>
 */
public final class ManagerOptions {

    private static final ManagerOptions DEFAULTS = new ManagerOptions();

    // Assigned by the method that makes the object, before anybody else sees it.
    private Path databasePath = Path.of("orchestration.db");
    private String node = "local";
    private int maxSessions = 100;
    private int maxSessionsPerOwner = 100;
    private int maxConversations = 10;
    private int maxParticipants = 10;
    private int inboxCapacity = 1000;
    private int eventBuffer = 256;
    private Duration inactivityTimeout = Duration.ofMinutes(5);
    private Duration cleanupInterval = Duration.ofMinutes(1);
    private Duration autosaveInterval = Duration.ofSeconds(30);
    private Duration lease = Duration.ofSeconds(30);
    private Duration healthInterval = Duration.ofSeconds(30);
    private Duration metricsInterval = Duration.ofSeconds(10);
    private Duration shutdownTimeout = Duration.ofSeconds(30);
    private Retry retry = Retry.exponential(3, Duration.ofSeconds(1));
    private boolean healthChecks = true;
    private boolean metrics = true;
    private boolean logging = true;
    private boolean affinity = true;
    private boolean migration = true;
    private boolean emergencyShutdown = true;
    private @Nullable SessionStore store;
    private @Nullable Time time;
    private @Nullable Executor executor;

    private ManagerOptions() {}

    private ManagerOptions(ManagerOptions from) {
        databasePath = from.databasePath;
        node = from.node;
        maxSessions = from.maxSessions;
        maxSessionsPerOwner = from.maxSessionsPerOwner;
        maxConversations = from.maxConversations;
        maxParticipants = from.maxParticipants;
        inboxCapacity = from.inboxCapacity;
        eventBuffer = from.eventBuffer;
        inactivityTimeout = from.inactivityTimeout;
        cleanupInterval = from.cleanupInterval;
        autosaveInterval = from.autosaveInterval;
        lease = from.lease;
        healthInterval = from.healthInterval;
        metricsInterval = from.metricsInterval;
        shutdownTimeout = from.shutdownTimeout;
        retry = from.retry;
        healthChecks = from.healthChecks;
        metrics = from.metrics;
        logging = from.logging;
        affinity = from.affinity;
        migration = from.migration;
        emergencyShutdown = from.emergencyShutdown;
        store = from.store;
        time = from.time;
        executor = from.executor;
    }

    private ManagerOptions with(Consumer<ManagerOptions> change) {
        ManagerOptions changed = new ManagerOptions(this);
        change.accept(changed);
        return changed;
    }

    /** Returns the defaults. */
    public static ManagerOptions defaults() {
        return DEFAULTS;
    }

    private static int positive(String key, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("The option " + key + " is " + value + "; it must be at least 1.");
        }
        return value;
    }

    private static Duration positive(String key, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(
                    "The option " + key + " is " + value + "; it must be longer than nothing.");
        }
        return value;
    }

    /** Returns the file of the SQLite database that sessions are kept in, where no {@link #store} is given; {@code ./orchestration.db} by default. */
    public Path databasePath() {
        return databasePath;
    }

    /** Sets {@link #databasePath()}. */
    public ManagerOptions databasePath(Path value) {
        return with(options -> options.databasePath = Objects.requireNonNull(value, "databasePath"));
    }

    /** Returns the name of this node, by which it knows its sessions again when it is started again; no other node of the same store may have it; {@code local} by default. */
    public String node() {
        return node;
    }

    /** Sets {@link #node()}. */
    public ManagerOptions node(String value) {
        return with(options -> options.node = Objects.requireNonNull(value, "node"));
    }

    /** Returns how many sessions may be live here at a time; 100 by default. */
    public int maxSessions() {
        return maxSessions;
    }

    /**
     * Sets {@link #maxSessions()}.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public ManagerOptions maxSessions(int value) {
        return with(options -> options.maxSessions = positive("maxSessions", value));
    }

    /** Returns how many sessions of one owner may be live here at a time; 100 by default. */
    public int maxSessionsPerOwner() {
        return maxSessionsPerOwner;
    }

    /**
     * Sets {@link #maxSessionsPerOwner()}.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public ManagerOptions maxSessionsPerOwner(int value) {
        return with(options -> options.maxSessionsPerOwner = positive("maxSessionsPerOwner", value));
    }

    /** Returns how many conversations a session may have; 10 by default. */
    public int maxConversations() {
        return maxConversations;
    }

    /**
     * Sets {@link #maxConversations()}.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public ManagerOptions maxConversations(int value) {
        return with(options -> options.maxConversations = positive("maxConversations", value));
    }

    /** Returns how many participants a session may have who have not left; 10 by default. */
    public int maxParticipants() {
        return maxParticipants;
    }

    /**
     * Sets {@link #maxParticipants()}.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public ManagerOptions maxParticipants(int value) {
        return with(options -> options.maxParticipants = positive("maxParticipants", value));
    }

    /** Returns how many letters may wait in a session's inbox; 1000 by default. */
    public int inboxCapacity() {
        return inboxCapacity;
    }

    /**
     * Sets {@link #inboxCapacity()}.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public ManagerOptions inboxCapacity(int value) {
        return with(options -> options.inboxCapacity = positive("inboxCapacity", value));
    }

    /** Returns how many events a subscriber may be behind, rounded up to a power of two; 256 by default. */
    public int eventBuffer() {
        return eventBuffer;
    }

    /**
     * Sets {@link #eventBuffer()}.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public ManagerOptions eventBuffer(int value) {
        return with(options -> options.eventBuffer = positive("eventBuffer", value));
    }

    /** Returns after which time without activity an active session becomes idle; 5 minutes by default. */
    public Duration inactivityTimeout() {
        return inactivityTimeout;
    }

    /**
     * Sets {@link #inactivityTimeout()}.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public ManagerOptions inactivityTimeout(Duration value) {
        return with(options -> options.inactivityTimeout = positive("inactivityTimeout", value));
    }

    /** Returns how often what ended sessions hold here is released; once a minute by default. */
    public Duration cleanupInterval() {
        return cleanupInterval;
    }

    /**
     * Sets {@link #cleanupInterval()}.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public ManagerOptions cleanupInterval(Duration value) {
        return with(options -> options.cleanupInterval = positive("cleanupInterval", value));
    }

    /** Returns how often what was not kept at once is: the time of the last activity and the counts of messages; every 30 seconds by default. */
    public Duration autosaveInterval() {
        return autosaveInterval;
    }

    /**
     * Sets {@link #autosaveInterval()}.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public ManagerOptions autosaveInterval(Duration value) {
        return with(options -> options.autosaveInterval = positive("autosaveInterval", value));
    }

    /** Returns for how long this node is believed to be alive when it was last heard of; 30 seconds by default. It is renewed three times as often. */
    public Duration lease() {
        return lease;
    }

    /**
     * Sets {@link #lease()}.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public ManagerOptions lease(Duration value) {
        return with(options -> options.lease = positive("lease", value));
    }

    /** Returns how often the health of each session is checked; every 30 seconds by default. */
    public Duration healthInterval() {
        return healthInterval;
    }

    /**
     * Sets {@link #healthInterval()}.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public ManagerOptions healthInterval(Duration value) {
        return with(options -> options.healthInterval = positive("healthInterval", value));
    }

    /** Returns how often figures are taken; every 10 seconds by default. */
    public Duration metricsInterval() {
        return metricsInterval;
    }

    /**
     * Sets {@link #metricsInterval()}.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public ManagerOptions metricsInterval(Duration value) {
        return with(options -> options.metricsInterval = positive("metricsInterval", value));
    }

    /** Returns how long a graceful shutdown waits for work to be done, where it is not told; 30 seconds by default. */
    public Duration shutdownTimeout() {
        return shutdownTimeout;
    }

    /**
     * Sets {@link #shutdownTimeout()}.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public ManagerOptions shutdownTimeout(Duration value) {
        return with(options -> options.shutdownTimeout = positive("shutdownTimeout", value));
    }

    /** Returns how often tasks are tried again that do not say so themselves; 3 times by default, 1, 2 and 4 seconds later. */
    public Retry retry() {
        return retry;
    }

    /** Sets {@link #retry()}. */
    public ManagerOptions retry(Retry value) {
        return with(options -> options.retry = Objects.requireNonNull(value, "retry"));
    }

    /** Returns whether health is checked; it is by default. */
    public boolean healthChecks() {
        return healthChecks;
    }

    /** Sets {@link #healthChecks()}. */
    public ManagerOptions healthChecks(boolean value) {
        return with(options -> options.healthChecks = value);
    }

    /** Returns whether figures are taken; they are by default. */
    public boolean metrics() {
        return metrics;
    }

    /** Sets {@link #metrics()}. */
    public ManagerOptions metrics(boolean value) {
        return with(options -> options.metrics = value);
    }

    /** Returns whether events are logged, through SLF4J; they are by default. */
    public boolean logging() {
        return logging;
    }

    /** Sets {@link #logging()}. */
    public ManagerOptions logging(boolean value) {
        return with(options -> options.logging = value);
    }

    /** Returns whether letters may be routed by affinity; they may by default. */
    public boolean affinity() {
        return affinity;
    }

    /** Sets {@link #affinity()}. */
    public ManagerOptions affinity(boolean value) {
        return with(options -> options.affinity = value);
    }

    /** Returns whether sessions may be migrated; they may by default. */
    public boolean migration() {
        return migration;
    }

    /** Sets {@link #migration()}. */
    public ManagerOptions migration(boolean value) {
        return with(options -> options.migration = value);
    }

    /** Returns whether everything may be ended at once; it may by default. */
    public boolean emergencyShutdown() {
        return emergencyShutdown;
    }

    /** Sets {@link #emergencyShutdown()}. */
    public ManagerOptions emergencyShutdown(boolean value) {
        return with(options -> options.emergencyShutdown = value);
    }

    /** Returns what sessions are kept in; empty for a SQLite database at the {@link #databasePath}. */
    public Optional<SessionStore> store() {
        return Optional.ofNullable(store);
    }

    /** Sets what sessions are kept in. The manager does not close it. */
    public ManagerOptions store(SessionStore value) {
        return with(options -> options.store = Objects.requireNonNull(value, "store"));
    }

    /** Returns the time that sessions live by; empty for that of this machine. */
    public Optional<Time> time() {
        return Optional.ofNullable(time);
    }

    /** Sets the time that sessions live by. The manager does not close it. */
    public ManagerOptions time(Time value) {
        return with(options -> options.time = Objects.requireNonNull(value, "time"));
    }

    /** Returns who does what a manager does by itself: periodic work, letters, subscribers; empty for threads of its own. */
    public Optional<Executor> executor() {
        return Optional.ofNullable(executor);
    }

    /** Sets who does what a manager does by itself. The manager does not close it. */
    public ManagerOptions executor(Executor value) {
        return with(options -> options.executor = Objects.requireNonNull(value, "executor"));
    }
}
