package dev.parley.sessions;

import dev.parley.sessions.event.EventHub;
import dev.parley.sessions.event.Listening;
import dev.parley.sessions.event.SessionEvent;
import dev.parley.sessions.event.SessionEvent.Completed;
import dev.parley.sessions.event.SessionEvent.Terminated;
import dev.parley.sessions.event.SessionEventListener;

/** What an observer sees: everything, until its own end, which is the last that it sees. */
final class Observation implements SessionEventListener {

    private final String observer;
    private final SessionEventListener listener;
    private volatile Listening listening = () -> {};

    private Observation(String observer, SessionEventListener listener) {
        this.observer = observer;
        this.listener = listener;
    }

    static Listening begin(String observer, SessionEventListener listener, EventHub events) {
        Observation observation = new Observation(observer, listener);
        Listening listening = events.listen(observation);
        observation.listening = listening;
        return listening;
    }

    @Override
    public void happened(SessionEvent event) {
        listener.happened(event);
        if (event.stamp().session().equals(observer) && (event instanceof Completed || event instanceof Terminated)) {
            listening.close();
        }
    }
}
