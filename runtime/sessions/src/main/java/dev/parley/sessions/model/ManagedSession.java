package dev.parley.sessions.model;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a managed session at one moment. Immutable; times are kept to the millisecond.
 *
 * @param id what it is referred to by, never used twice
 * @param kind what it is for
 * @param name its name, unique among the sessions of its kind that have not ended
 * @param owner whose it is
 * @param workspace where it works; empty where that does not matter
 * @param status how far it has come
 * @param statusReason why it has this status; empty where nobody has said
 * @param createdAt when it was created
 * @param lastActivity when it last did something
 * @param expiresAt when it ends by itself
 * @param tags words it can be found by
 * @param capabilities what it can do
 * @param constraints what it must keep to, by name
 * @param preferences what it would rather have, by name
 * @param resources what it may use
 * @param metadata what else is known, by name
 * @param work what goes on in it
 */
public record ManagedSession(
        String id,
        SessionKind kind,
        String name,
        String owner,
        String workspace,
        ManagedStatus status,
        String statusReason,
        Instant createdAt,
        Instant lastActivity,
        Optional<Instant> expiresAt,
        Set<String> tags,
        Set<String> capabilities,
        Map<String, String> constraints,
        Map<String, String> preferences,
        Resources resources,
        Map<String, String> metadata,
        Work work) {

    /**
     * Copies the collections, in the order of their texts.
     *
     * @throws IllegalArgumentException if id, name or owner is blank, a name of metadata holds more than letters, digits and
     *     {@code _ . : / -}, or a text holds the character NUL or half of a character, which databases cannot keep
     */
    public ManagedSession {
        notBlank("id", id);
        notBlank("name", name);
        notBlank("owner", owner);
        createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
        lastActivity = lastActivity.truncatedTo(ChronoUnit.MILLIS);
        expiresAt = expiresAt.map(at -> at.truncatedTo(ChronoUnit.MILLIS));
        tags = Texts.sorted(tags);
        capabilities = Texts.sorted(capabilities);
        constraints = Texts.sorted(constraints);
        preferences = Texts.sorted(preferences);
        metadata = Texts.sorted(metadata);
        Texts.checkNames(metadata.keySet());
        Texts.checkStorable(List.of(id, name, owner, workspace, statusReason));
    }

    private static void notBlank(String what, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("The " + what + " of a session is blank; it must say something.");
        }
    }

    /** Returns what makes a session; its name, owner and kind have to be said. */
    public static ManagedSessionBuilder builder(
            String id, SessionKind kind, String name, String owner, Instant createdAt) {
        return new ManagedSessionBuilder(id, kind, name, owner, createdAt);
    }

    /** Returns what makes a session that is like this one but for what is said. */
    public ManagedSessionBuilder toBuilder() {
        return new ManagedSessionBuilder(this);
    }

    /** Returns the same session in which something else goes on. */
    public ManagedSession with(Work other) {
        return toBuilder().work(other).build();
    }

    /** Returns whether it has not ended. */
    public boolean isLive() {
        return !status.isFinal();
    }

    /**
     * Returns how long it has been there: since it was created, until now or, once it has ended, its last activity.
     *
     * @param now the time
     */
    public Duration uptime(Instant now) {
        Duration uptime = Duration.between(createdAt, isLive() ? now : lastActivity);
        return uptime.isNegative() ? Duration.ZERO : uptime;
    }

    /**
     * Returns the same session with another status.
     *
     * @param to what it becomes
     * @param reason why; may be empty
     * @param at when
     * @throws StatusTransitionException if that may not follow the status it has
     */
    public ManagedSession become(ManagedStatus to, String reason, Instant at) {
        if (!status.next().contains(to)) {
            throw new StatusTransitionException(id, status, to);
        }
        return toBuilder().status(to, reason).lastActivity(at).build();
    }
}
