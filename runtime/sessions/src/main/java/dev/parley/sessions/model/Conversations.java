package dev.parley.sessions.model;

import java.util.List;
import java.util.Optional;

/**
 * The conversations of a session. Immutable.
 *
 * @param all all of them, the oldest first
 * @param active the id of the one that messages go to by default; empty if there is none
 */
public record Conversations(List<ConversationInfo> all, Optional<String> active) {

    /** None. */
    public static final Conversations NONE = new Conversations(List.of(), Optional.empty());

    /** Copies the list. */
    public Conversations {
        all = List.copyOf(all);
    }

    /** Returns whether there is one of an id. */
    public boolean has(String id) {
        return all.stream().anyMatch(each -> each.id().equals(id));
    }

    /**
     * Returns a conversation.
     *
     * @throws UnknownNameException if there is none of this id
     */
    public ConversationInfo get(String id) {
        return all.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UnknownNameException(
                        "conversation",
                        id,
                        all.stream().map(ConversationInfo::id).toList()));
    }

    /** Returns the conversation that messages go to. */
    public Optional<ConversationInfo> current() {
        return active.map(this::get);
    }

    /** Returns all with one, in the place of the one that has its id if there is one. The first one is active. */
    public Conversations with(ConversationInfo conversation) {
        return new Conversations(
                Values.with(all, conversation, ConversationInfo::id),
                active.isPresent() ? active : Optional.of(conversation.id()));
    }

    /**
     * Returns the same with another active one.
     *
     * @throws UnknownNameException if there is none of this id
     */
    public Conversations activate(String id) {
        return new Conversations(all, Optional.of(get(id).id()));
    }

    /**
     * Returns all but one. If that was active, the oldest of those that go on is, else the oldest.
     *
     * @throws UnknownNameException if there is none of this id
     */
    public Conversations without(String id) {
        ConversationInfo gone = get(id);
        List<ConversationInfo> left =
                all.stream().filter(each -> !each.equals(gone)).toList();
        if (!active.equals(Optional.of(id))) {
            return new Conversations(left, active);
        }
        Optional<ConversationInfo> next =
                left.stream().filter(each -> !each.ended()).findFirst();
        return new Conversations(left, next.or(() -> left.stream().findFirst()).map(ConversationInfo::id));
    }
}
