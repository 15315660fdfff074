package dev.parley.sessions.conversation;

import dev.parley.sessions.model.ConversationInfo;
import java.io.Serial;

/** Something was to be done in a conversation whose protocol is over. */
public final class ConversationEndedException extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1;

    ConversationEndedException(ConversationInfo conversation) {
        super("The conversation " + conversation.name() + " (" + conversation.id() + ") is over: its protocol "
                + conversation.protocol() + " has ended. Create another, or switch to one that goes on.");
    }
}
