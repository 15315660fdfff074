package dev.parley.sessions;

import dev.parley.sessions.event.SessionEvent.LimitReached;
import dev.parley.sessions.event.SessionEvent.Recovered;
import dev.parley.sessions.event.Stamp;
import dev.parley.sessions.live.Host;
import dev.parley.sessions.live.LiveSession;
import dev.parley.sessions.model.LimitReachedException;
import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.store.Claim;
import dev.parley.sessions.store.SessionExistsException;

/**
 * Where sessions begin and cease to be run here, however they came. Room is made for each before the store says that this node manages it: so
 * whatever else looks for sessions that nobody runs passes over it, and none is run twice.
 */
final class Intake {

    private final Facilities facilities;
    private final Host host;
    private final Registry registry;

    Intake(Facilities facilities, Registry registry) {
        this.facilities = facilities;
        this.host = facilities.host();
        this.registry = registry;
    }

    /** Makes room for a session that has not ended, or says that there is none. One that is run here already does not come again. */
    void reserve(ManagedSession session) {
        facilities.checkOpen();
        if (registry.find(session.id()).isPresent()) {
            throw new SessionExistsException(session.id());
        }
        if (!session.isLive()) {
            return;
        }
        try {
            registry.quota().reserve(session.id(), session.owner());
        } catch (LimitReachedException e) {
            Stamp stamp = new Stamp(session.id(), 0, 0, host.time().instant());
            host.events().publish(new LimitReached(stamp, e.limit(), e.most()));
            throw e;
        }
    }

    /** Makes room for a session that was here before, however many there are. */
    void keepRoom(ManagedSession session) {
        if (session.isLive()) {
            registry.quota().count(session.id(), session.owner());
        }
    }

    /** A session for which there is room does not come. */
    void release(String id) {
        registry.quota().release(id);
    }

    /** Runs a session that was kept in the store; its first event says so. */
    SessionHandle goOn(ManagedSession session, Claim claim) {
        return run(new LiveSession(host, session, claim, stamp -> new Recovered(stamp, session)));
    }

    /** Runs a session, for which there is room. If that fails it is not run. */
    SessionHandle run(LiveSession live) {
        SessionHandle handle = new SessionHandle(live, registry);
        registry.add(handle);
        try {
            handle.begin();
            facilities.checkOpen(); // who closes stops what is in the registry, but may have looked there before
            return handle;
        } catch (RuntimeException e) {
            leave(handle);
            throw e;
        }
    }

    /** Stops a session here; in the store it is as it is. */
    void leave(SessionHandle session) {
        session.stop();
        registry.remove(session);
    }
}
