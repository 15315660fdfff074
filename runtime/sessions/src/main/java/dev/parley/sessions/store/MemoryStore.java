package dev.parley.sessions.store;

import dev.parley.sessions.ManagedSession;
import dev.parley.sessions.query.Query;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps sessions as long as the process lives. For tests, and for applications that need no more. */
public final class MemoryStore implements SessionStore {

    private final Map<String, Kept> sessions = new TreeMap<>();
    private final Map<String, Instant> leases = new HashMap<>();

    private record Kept(ManagedSession session, Claim claim) {}

    /** Creates an empty store. */
    public MemoryStore() {}

    @Override
    public synchronized Claim create(ManagedSession session, String node) {
        if (sessions.containsKey(session.id())) {
            throw new SessionExistsException(session.id());
        }
        checkName(session);
        Claim claim = new Claim(node, 1);
        sessions.put(session.id(), new Kept(session, claim));
        return claim;
    }

    private void checkName(ManagedSession session) {
        boolean taken = session.isLive()
                && sessions.values().stream()
                        .map(Kept::session)
                        .anyMatch(other -> other.isLive()
                                && !other.id().equals(session.id())
                                && other.kind() == session.kind()
                                && other.name().equals(session.name()));
        if (taken) {
            throw new NameTakenException(session.kind(), session.name());
        }
    }

    @Override
    public synchronized Optional<ManagedSession> load(String id) {
        return Optional.ofNullable(sessions.get(id)).map(Kept::session);
    }

    @Override
    public synchronized void save(ManagedSession session, Claim claim) {
        Kept kept = sessions.get(session.id());
        if (kept == null) {
            throw new UnknownSessionException(session.id());
        }
        checkClaim(session.id(), kept, claim);
        checkName(session);
        sessions.put(session.id(), new Kept(session, claim));
    }

    @Override
    public synchronized boolean delete(String id, Claim claim) {
        Kept kept = sessions.get(id);
        if (kept == null) {
            return false;
        }
        checkClaim(id, kept, claim);
        sessions.remove(id);
        return true;
    }

    private static void checkClaim(String id, Kept kept, Claim claim) {
        if (!kept.claim.equals(claim)) {
            throw new StaleClaimException(id, claim);
        }
    }

    @Override
    public synchronized List<String> idsByOwner(String owner) {
        return sessions.values().stream()
                .map(Kept::session)
                .filter(session -> session.owner().equals(owner))
                .map(ManagedSession::id)
                .toList();
    }

    @Override
    public synchronized List<ManagedSession> find(Query query) {
        return matching(query)
                .sorted(query.comparator())
                .skip(query.offset())
                .limit(query.size())
                .toList();
    }

    @Override
    public synchronized long count(Query query) {
        return matching(query).count();
    }

    private Stream<ManagedSession> matching(Query query) {
        return sessions.values().stream()
                .map(Kept::session)
                .filter(session -> query.condition().holdsFor(session));
    }

    @Override
    public synchronized void renew(String node, Instant until) {
        leases.put(node, until);
    }

    @Override
    public synchronized List<String> abandoned(Instant now, int atMost) {
        return sessions.values().stream()
                .filter(kept -> kept.session.isLive() && isLapsed(kept.claim.node(), now))
                .map(kept -> kept.session.id())
                .limit(atMost)
                .toList();
    }

    @Override
    public synchronized Optional<Claim> takeOver(String id, String node, Instant now) {
        Kept kept = sessions.get(id);
        if (kept == null || !(kept.claim.node().equals(node) || isLapsed(kept.claim.node(), now))) {
            return Optional.empty();
        }
        Claim claim = new Claim(node, kept.claim.epoch() + 1);
        sessions.put(id, new Kept(kept.session, claim));
        return Optional.of(claim);
    }

    private boolean isLapsed(String node, Instant now) {
        @Nullable Instant until = leases.get(node);
        return until == null || until.isBefore(now);
    }

    @Override
    public void close() {
        // What it keeps goes with it.
    }
}
