package dev.parley.runtime;

import java.util.List;

/**
 * Which stages of the work a session is in, at one moment. Immutable; each list is in the order in which a run comes to the phases.
 *
 * <p>A phase is a set of messages. A role is <em>at</em> a phase where its next message, or one of those it may be, belongs to it. A
 * phase <em>begins</em> when a role can but go on with it, because all that it may do next is to send messages of it, and with its first
 * message at the latest. From then on it is <em>current</em> while some role is at it, and it is <em>completed</em> once no role is at it or can
 * come back to it. It is <em>pending</em> while it is not current and some role can still come to it, be it for the first time or again. A
 * phase that is none of these was on a path that was not taken. Where a role cannot know which phase a message belongs to, it
 * belongs to none for that role. Roles that are played elsewhere are not looked at.
 *
 * @param current those that are going on
 * @param completed those that are over
 * @param pending those that may still come
 */
public record Phases(List<String> current, List<String> completed, List<String> pending) {

    static final Phases NONE = new Phases(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Phases {
        current = List.copyOf(current);
        completed = List.copyOf(completed);
        pending = List.copyOf(pending);
    }
}
