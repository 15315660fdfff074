package dev.parley.sessions.event;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells everybody who wants to know what happens. Whoever publishes sees to it that the events of one session come one after the other. Safe for
 * use by many threads.
 */
public final class EventHub {

    private static final Logger LOG = LoggerFactory.getLogger(EventHub.class);

    private final List<Registration> listeners = new CopyOnWriteArrayList<>();
    private final EventFeed feed;

    /** Listens until it is closed. Compared by identity, so that a listener may be there twice. */
    private final class Registration implements Listening {
        private final SessionEventListener listener;

        Registration(SessionEventListener listener) {
            this.listener = listener;
        }

        @Override
        public void close() {
            listeners.remove(this);
        }
    }

    /**
     * Creates a hub that nobody listens to yet.
     *
     * @param executor who calls subscribers
     * @param buffer how many events a subscriber may be behind, rounded up to a power of two
     */
    public EventHub(Executor executor, int buffer) {
        this.feed = new EventFeed(executor, buffer);
    }

    /**
     * Adds a listener for what happens from now on.
     *
     * @return what ends it
     */
    public Listening listen(SessionEventListener listener) {
        Registration registration = new Registration(listener);
        listeners.add(registration);
        return registration;
    }

    /** Returns the events from the time of each subscription on, with backpressure. */
    public Flow.Publisher<SessionEvent> publisher() {
        return feed;
    }

    /** Tells of an event. */
    @SuppressWarnings("CatchingUnchecked") // whatever a listener throws, the others hear of the event
    public void publish(SessionEvent event) {
        for (Registration registration : listeners) {
            try {
                registration.listener.happened(event);
            } catch (RuntimeException | Error e) {
                LOG.error("A listener has failed when it heard of {}", event, e);
            }
        }
        feed.publish(event);
    }

    /** Tells subscribers that nothing more will happen, once they have heard of all that has. */
    public void close() {
        feed.close();
    }
}
