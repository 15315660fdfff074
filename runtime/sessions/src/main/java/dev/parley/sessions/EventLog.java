package dev.parley.sessions;

import dev.parley.sessions.event.SessionEvent;
import dev.parley.sessions.event.SessionEvent.Failed;
import dev.parley.sessions.event.SessionEvent.HealthChanged;
import dev.parley.sessions.event.SessionEvent.LimitReached;
import dev.parley.sessions.event.SessionEvent.StatusChanged;
import dev.parley.sessions.event.SessionEventListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what happens: what somebody should look at as warnings, the course of sessions as information, all else for debugging. */
final class EventLog implements SessionEventListener {

    private static final Logger LOG = LoggerFactory.getLogger("dev.parley.sessions.events");

    @Override
    public void happened(SessionEvent event) {
        if (event instanceof Failed || event instanceof LimitReached || event instanceof HealthChanged) {
            LOG.warn("{}", event);
        } else if (event instanceof StatusChanged changed) {
            LOG.info(
                    "The session {} was {} and is {}: {}",
                    changed.stamp().session(),
                    changed.from(),
                    changed.to(),
                    changed.reason());
        } else {
            LOG.debug("{}", event);
        }
    }
}
