package dev.parley.sessions.random;

import org.jspecify.annotations.Nullable;

/** What a conversation should be. */
final class ModelConversation {
    final String id;
    final String name;
    final long limit;
    final boolean durable;
    long messages;

    @Nullable String last;

    boolean ended;

    /** Whether its protocol runs here: after a restart, not before it was opened again. */
    boolean open = true;

    /** Whether anything was asked in it: its protocol has come to the phase of talking then for good. */
    boolean asked;

    ModelConversation(String id, String name, long limit, boolean durable) {
        this.id = id;
        this.name = name;
        this.limit = limit;
        this.durable = durable;
    }

    /** Returns what is kept of it: its protocol runs nowhere. */
    ModelConversation kept() {
        ModelConversation copy = new ModelConversation(id, name, limit, durable);
        copy.messages = messages;
        copy.last = last;
        copy.ended = ended;
        copy.open = false;
        copy.asked = asked;
        return copy;
    }

    @Override
    public String toString() {
        return name + " " + messages + "/" + limit + " " + last + (ended ? " ended" : "");
    }
}
