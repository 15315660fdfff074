package dev.parley.sessions.conversation;

import java.io.Serial;

/** Something was to be said in the active conversation of a session that has none. */
public final class NoConversationException extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1;

    NoConversationException(String session) {
        super("The session " + session + " has no active conversation. Create one first.");
    }
}
