package dev.parley.sessions.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sessions.event.SessionEvent;

/** Events of sessions, as histories keep them. */
public final class EventText {

    private EventText() {}

    /** Returns an event as JSON: its type, and what it says. */
    public static String of(SessionEvent event) {
        ObjectNode text = Details.JSON.createObjectNode();
        text.put("type", event.getClass().getSimpleName());
        text.setAll((ObjectNode) Details.JSON.valueToTree(event));
        return Details.json(text);
    }
}
