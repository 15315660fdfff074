package dev.parley.sessions;

import dev.parley.sessions.event.SessionEvent;
import dev.parley.sessions.event.SessionEvent.Deleted;
import dev.parley.sessions.event.SessionEventListener;
import dev.parley.sessions.store.EventText;
import dev.parley.sessions.store.SessionStore;
import java.util.List;

/** Has the store keep what happens in sessions that are run here, in the order in which it is told. */
final class HistoryKeeper implements SessionEventListener {

    private final SessionStore store;
    private final Registry registry;

    HistoryKeeper(SessionStore store, Registry registry) {
        this.store = store;
        this.registry = registry;
    }

    /** Nothing is to be left of a session that was deleted, not even that it was. */
    @Override
    public void happened(SessionEvent event) {
        if (!(event instanceof Deleted)) {
            String id = event.stamp().session();
            registry.find(id)
                    .ifPresent(session -> store.append(
                            id, List.of(EventText.of(event)), session.live().claim()));
        }
    }
}
