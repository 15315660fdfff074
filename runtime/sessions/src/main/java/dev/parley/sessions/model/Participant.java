package dev.parley.sessions.model;

import java.util.List;
import java.util.Optional;

/**
 * Who takes part in a session.
 *
 * @param id what it is referred to by, such as {@code claude-code://qa}
 * @param role the role of a protocol that it plays, if it plays one
 * @param state what it is doing
 */
public record Participant(String id, Optional<String> role, ParticipantState state) {

    /**
     * Checks the id.
     *
     * @throws IllegalArgumentException if it is blank or cannot be stored
     */
    public Participant {
        if (id.isBlank()) {
            throw new IllegalArgumentException("The id of a participant is blank; it must say something.");
        }
        Texts.checkStorable(List.of(id, role.orElse("")));
    }

    /** Returns a participant that plays no role of a protocol. */
    public static Participant of(String id) {
        return new Participant(id, Optional.empty(), ParticipantState.ACTIVE);
    }

    /**
     * Returns a participant that plays a role.
     *
     * @param id its id
     * @param role the role's name
     */
    public static Participant of(String id, String role) {
        return new Participant(id, Optional.of(role), ParticipantState.ACTIVE);
    }

    /** Returns what it runs on, which is what its id has before {@code ://}; empty where the id does not say. */
    public Optional<String> framework() {
        int end = id.indexOf("://");
        return end > 0 ? Optional.of(id.substring(0, end)) : Optional.empty();
    }

    /** Returns the same participant in another state. */
    public Participant in(ParticipantState other) {
        return new Participant(id, role, other);
    }
}
