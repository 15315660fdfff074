package dev.parley.sessions;

import dev.parley.sessions.config.ManagerOptions;
import dev.parley.sessions.model.Limit;
import dev.parley.sessions.model.LimitReachedException;
import dev.parley.sessions.store.SessionExistsException;
import java.util.HashMap;
import java.util.Map;

/** How many sessions are live here, in all and of each owner. */
final class Quota {

    private final int most;
    private final int mostPerOwner;
    private final Map<String, String> owners = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    Quota(ManagerOptions options) {
        most = options.maxSessions();
        mostPerOwner = options.maxSessionsPerOwner();
    }

    /** Counts a session from now on, if there may be one more. Whoever releases a session has reserved it: none is counted for two. */
    synchronized void reserve(String id, String owner) {
        if (owners.containsKey(id)) {
            throw new SessionExistsException(id);
        }
        if (owners.size() >= most) {
            throw new LimitReachedException(Limit.SESSIONS, most, "the manager");
        }
        checkOwner(owner);
        count(id, owner);
    }

    private void checkOwner(String owner) {
        if (counts.getOrDefault(owner, 0) >= mostPerOwner) {
            throw new LimitReachedException(Limit.SESSIONS_PER_OWNER, mostPerOwner, "the owner " + owner);
        }
    }

    /** Returns how many sessions there are. */
    synchronized int used() {
        return owners.size();
    }

    /** Returns whether a session is counted. */
    synchronized boolean counts(String id) {
        return owners.containsKey(id);
    }

    /** Counts a session that is there already, however many there are. */
    synchronized void count(String id, String owner) {
        release(id);
        owners.put(id, owner);
        counts.merge(owner, 1, Integer::sum);
    }

    /** Counts a session that is counted as another owner's, if that one may have one more. */
    synchronized void move(String id, String owner) {
        if (owners.containsKey(id) && !owner.equals(owners.get(id))) {
            checkOwner(owner);
            count(id, owner);
        }
    }

    /** Counts a session no more. */
    synchronized void release(String id) {
        String owner = owners.remove(id);
        if (owner != null) {
            counts.computeIfPresent(owner, (name, count) -> count == 1 ? null : Integer.valueOf(count - 1));
        }
    }
}
