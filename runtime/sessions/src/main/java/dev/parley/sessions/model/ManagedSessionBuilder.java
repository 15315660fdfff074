package dev.parley.sessions.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a {@link ManagedSession}. For one thread. */
public final class ManagedSessionBuilder {

    private final String id;
    private final SessionKind kind;
    private final Instant createdAt;
    private String name;
    private String owner;
    private String workspace = "";
    private ManagedStatus status = ManagedStatus.INITIALIZING;
    private String statusReason = "";
    private Instant lastActivity;
    private Optional<Instant> expiresAt = Optional.empty();
    private Set<String> tags = Set.of();
    private Set<String> capabilities = Set.of();
    private Map<String, String> constraints = Map.of();
    private Map<String, String> preferences = Map.of();
    private Resources resources = Resources.NONE;
    private Map<String, String> metadata = Map.of();
    private Work work = Work.NONE;

    ManagedSessionBuilder(String id, SessionKind kind, String name, String owner, Instant createdAt) {
        this.id = id;
        this.kind = kind;
        this.name = name;
        this.owner = owner;
        this.createdAt = createdAt;
        this.lastActivity = createdAt;
    }

    ManagedSessionBuilder(ManagedSession session) {
        this(session.id(), session.kind(), session.name(), session.owner(), session.createdAt());
        workspace = session.workspace();
        status = session.status();
        statusReason = session.statusReason();
        lastActivity = session.lastActivity();
        expiresAt = session.expiresAt();
        tags = session.tags();
        capabilities = session.capabilities();
        constraints = session.constraints();
        preferences = session.preferences();
        resources = session.resources();
        metadata = session.metadata();
        work = session.work();
    }

    /** Sets the name. */
    public ManagedSessionBuilder name(String value) {
        name = value;
        return this;
    }

    /** Sets whose it is. */
    public ManagedSessionBuilder owner(String value) {
        owner = value;
        return this;
    }

    /** Sets where it works; nowhere in particular by default. */
    public ManagedSessionBuilder workspace(String value) {
        workspace = value;
        return this;
    }

    /** Sets the status, whatever it was, and why. Applications use {@link ManagedSession#become}. */
    public ManagedSessionBuilder status(ManagedStatus value, String reason) {
        status = value;
        statusReason = reason;
        return this;
    }

    /** Sets when it last did something; when it was created by default. */
    public ManagedSessionBuilder lastActivity(Instant value) {
        lastActivity = value;
        return this;
    }

    /** Sets when it ends by itself; never by default. */
    public ManagedSessionBuilder expiresAt(Optional<Instant> value) {
        expiresAt = value;
        return this;
    }

    /** Sets the words it can be found by. */
    public ManagedSessionBuilder tags(Set<String> value) {
        tags = value;
        return this;
    }

    /** Sets what it can do. */
    public ManagedSessionBuilder capabilities(Set<String> value) {
        capabilities = value;
        return this;
    }

    /** Sets what it must keep to. */
    public ManagedSessionBuilder constraints(Map<String, String> value) {
        constraints = value;
        return this;
    }

    /** Sets what it would rather have. */
    public ManagedSessionBuilder preferences(Map<String, String> value) {
        preferences = value;
        return this;
    }

    /** Sets what it may use; nothing in particular by default. */
    public ManagedSessionBuilder resources(Resources value) {
        resources = value;
        return this;
    }

    /** Sets what else is known. */
    public ManagedSessionBuilder metadata(Map<String, String> value) {
        metadata = value;
        return this;
    }

    /** Sets what goes on in it; nothing by default. */
    public ManagedSessionBuilder work(Work value) {
        work = value;
        return this;
    }

    /**
     * Returns the session.
     *
     * @throws IllegalArgumentException if id, name or owner is blank, or a text cannot be stored
     */
    public ManagedSession build() {
        return new ManagedSession(
                id,
                kind,
                name,
                owner,
                workspace,
                status,
                statusReason,
                createdAt,
                lastActivity,
                expiresAt,
                tags,
                capabilities,
                constraints,
                preferences,
                resources,
                metadata,
                work);
    }
}
