package dev.parley.sessions;

import static dev.parley.sessions.model.ManagedStatus.ACTIVE;
import static dev.parley.sessions.model.ManagedStatus.COMPLETED;
import static dev.parley.sessions.model.ManagedStatus.ERROR;
import static dev.parley.sessions.model.ManagedStatus.IDLE;
import static dev.parley.sessions.model.ManagedStatus.INITIALIZING;
import static dev.parley.sessions.model.ManagedStatus.TERMINATED;

import dev.parley.sessions.event.SessionEvent.Completed;
import dev.parley.sessions.event.SessionEvent.Failed;
import dev.parley.sessions.event.SessionEvent.StatusChanged;
import dev.parley.sessions.event.SessionEvent.Terminated;
import dev.parley.sessions.event.SessionEvent.Updated;
import dev.parley.sessions.event.Telling;
import dev.parley.sessions.live.Change;
import dev.parley.sessions.live.Changed;
import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.model.ManagedStatus;
import dev.parley.sessions.model.Outcome;
import dev.parley.sessions.model.Resources;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the operations make of a session's status: the table's steps, and what its holes stand for. */
final class Lifecycle {

    private Lifecycle() {}

    /** Sets it up; only before it is started. */
    static Change initialize(Resources resources) {
        return (session, now) -> {
            if (session.status() != INITIALIZING) {
                return step(session, INITIALIZING, "", now); // which the table refuses
            }
            ManagedSession ready =
                    session.toBuilder().resources(resources).lastActivity(now).build();
            return Changed.to(ready, stamp -> new Updated(stamp, ready));
        };
    }

    static Change start() {
        return (session, now) -> {
            if (session.status() == IDLE) {
                return step(session, INITIALIZING, "", now); // resuming is another thing
            }
            return step(session, ACTIVE, "", now);
        };
    }

    static Change pause(String reason) {
        return (session, now) -> step(session, IDLE, reason, now);
    }

    /** Pauses it if it is active and has done nothing for some time. */
    static Change pauseIfInactive(Duration time) {
        return (session, now) ->
                session.status() == ACTIVE && !session.lastActivity().plus(time).isAfter(now)
                        ? step(session, IDLE, "inactive for " + time, now)
                        : Changed.to(session);
    }

    /** Goes on with what is idle; what is being set up has to be started. */
    static Change resume() {
        return (session, now) -> {
            if (session.status() == INITIALIZING) {
                return step(session, IDLE, "", now); // which the table refuses
            }
            return step(session, ACTIVE, "", now);
        };
    }

    static Change fail(String problem) {
        return (session, now) -> {
            List<Telling> events = new ArrayList<>();
            events.add(stamp -> new Failed(stamp, problem));
            Changed failed = step(session, ERROR, problem, now);
            events.addAll(failed.events());
            return new Changed(failed.session(), events);
        };
    }

    static Change complete(String summary, Map<String, String> artifacts) {
        return (session, now) -> {
            Outcome outcome = new Outcome(summary, artifacts);
            return ended(step(session, COMPLETED, summary, now), outcome, stamp -> new Completed(stamp, outcome));
        };
    }

    /** Ends it, whatever it is doing. What has ended stays as it is. */
    static Change terminate(String reason, Map<String, String> details) {
        return (session, now) -> {
            if (!session.isLive()) {
                return Changed.to(session);
            }
            Outcome outcome = new Outcome(reason, details);
            Changed ended = session.status() == INITIALIZING
                    ? then(step(session, ERROR, reason, now), TERMINATED, reason, now)
                    : step(session, TERMINATED, reason, now);
            return ended(ended, outcome, stamp -> new Terminated(stamp, outcome));
        };
    }

    private static Changed step(ManagedSession session, ManagedStatus to, String reason, Instant now) {
        ManagedStatus from = session.status();
        return Changed.to(session.become(to, reason, now), stamp -> new StatusChanged(stamp, from, to, reason));
    }

    private static Changed then(Changed before, ManagedStatus to, String reason, Instant now) {
        Changed next = step(before.session(), to, reason, now);
        List<Telling> events = new ArrayList<>(before.events());
        events.addAll(next.events());
        return new Changed(next.session(), events);
    }

    private static Changed ended(Changed before, Outcome outcome, Telling event) {
        List<Telling> events = new ArrayList<>(before.events());
        events.add(event);
        ManagedSession session = before.session();
        return new Changed(session.with(session.work().with(outcome)), events);
    }
}
