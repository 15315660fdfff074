package dev.parley.sessions;

import dev.parley.sessions.live.Host;
import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.query.Key;
import dev.parley.sessions.query.Query;
import dev.parley.sessions.store.Claim;
import dev.parley.sessions.store.CorruptSessionException;
import dev.parley.sessions.store.SessionStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Goes on with sessions that nobody runs: first this node's own of an earlier run, then those of nodes that are gone. */
final class Recovery {

    /** How many sessions are asked for at once. */
    private static final int PORTION = 500;

    private final Host host;
    private final SessionStore store;
    private final Registry registry;
    private final Intake intake;
    private final List<SessionHandle> recovered = new ArrayList<>();
    private final Map<String, RuntimeException> failures = new TreeMap<>();

    Recovery(Host host, Registry registry, Intake intake) {
        this.host = host;
        this.store = host.store();
        this.registry = registry;
        this.intake = intake;
    }

    /** Its own sessions were here already, however many they are; of others it takes as many as there is room for. */
    RecoveryReport run() {
        String node = host.options().node();
        recover(store.managedBy(node));
        int room = host.options().maxSessions() - registry.quota().used();
        if (room > 0) {
            recover(store.abandoned(now(), room));
        }
        return new RecoveryReport(recovered, failures);
    }

    /** A session that is being created is counted before the store has it. */
    private boolean isHere(String id) {
        return registry.quota().counts(id) || registry.find(id).isPresent();
    }

    private Instant now() {
        return host.time().instant();
    }

    private void recover(List<String> found) {
        // Also this node's own, if its lease has lapsed meanwhile.
        List<String> ids = found.stream().filter(id -> !isHere(id)).toList();
        for (int from = 0; from < ids.size(); from += PORTION) {
            List<String> portion = ids.subList(from, Math.min(from + PORTION, ids.size()));
            Map<String, Claim> claims =
                    new TreeMap<>(store.takeOver(portion, host.options().node(), now()));
            Map<String, ManagedSession> sessions = load(List.copyOf(claims.keySet())).stream()
                    .collect(Collectors.toMap(ManagedSession::id, session -> session));
            claims.forEach((id, claim) -> goOn(sessions.get(id), claim));
        }
    }

    private void goOn(@Nullable ManagedSession session, Claim claim) {
        if (session != null) {
            intake.keepRoom(session);
            recovered.add(intake.goOn(session, claim));
        }
    }

    /** One damaged session must not keep the others from being gone on with. */
    private List<ManagedSession> load(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        String[] others = ids.stream().skip(1).toArray(String[]::new);
        try {
            return store.find(Query.where(Key.ID.in(ids.get(0), others)).page(0, ids.size()));
        } catch (CorruptSessionException e) {
            failures.put(e.id(), e);
            return load(ids.stream().filter(id -> !id.equals(e.id())).toList());
        }
    }
}
