package dev.parley.sessions.store;

import dev.parley.runtime.journal.Journal;
import dev.parley.runtime.journal.JournalException;
import dev.parley.runtime.journal.MemoryJournal;
import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.query.Query;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
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

    private record Kept(ManagedSession session, Claim claim, History history, Map<String, MemoryJournal> journals) {

        Kept(ManagedSession session, Claim claim) {
            this(session, claim, new History(), new TreeMap<>());
        }

        Kept with(ManagedSession changed) {
            return new Kept(changed, claim, history, journals);
        }

        Kept with(Claim changed) {
            return new Kept(session, changed, history, journals);
        }
    }

    private static final class History {
        final List<HistoryEntry> entries = new ArrayList<>();
        long last;

        void add(String event) {
            entries.add(new HistoryEntry(++last, event));
        }
    }

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
        Kept kept = claimed(session.id(), claim);
        checkName(session);
        sessions.put(session.id(), kept.with(session));
    }

    @Override
    public synchronized boolean delete(String id, Claim claim) {
        if (!sessions.containsKey(id)) {
            return false;
        }
        claimed(id, claim);
        sessions.remove(id);
        return true;
    }

    private Kept claimed(String id, Claim claim) {
        Kept kept = sessions.get(id);
        if (kept == null) {
            throw new UnknownSessionException(id);
        }
        if (!kept.claim.equals(claim)) {
            throw new StaleClaimException(id, claim);
        }
        return kept;
    }

    @Override
    public synchronized long append(String id, List<String> events, Claim claim) {
        events.forEach(Details::checkJson);
        History history = claimed(id, claim).history;
        events.forEach(history::add);
        return history.last;
    }

    @Override
    public synchronized List<HistoryEntry> history(String id, long after, int atMost) {
        return Optional.ofNullable(sessions.get(id)).stream()
                .flatMap(kept -> kept.history.entries.stream())
                .filter(entry -> entry.number() > after)
                .limit(atMost)
                .toList();
    }

    @Override
    public synchronized void forget(String id, long upTo, Claim claim) {
        claimed(id, claim).history.entries.removeIf(entry -> entry.number() <= upTo);
    }

    @Override
    public Journal journal(String id, String name, Claim claim) {
        return new ClaimedJournal(id, name, claim);
    }

    @Override
    public synchronized List<String> journals(String id) {
        return Optional.ofNullable(sessions.get(id))
                .map(kept -> List.copyOf(kept.journals.keySet()))
                .orElse(List.of());
    }

    @Override
    public synchronized void deleteJournal(String id, String name, Claim claim) {
        claimed(id, claim).journals.remove(name);
    }

    @Override
    public synchronized SessionArchive archive(String id) {
        Kept kept = sessions.get(id);
        if (kept == null) {
            throw new UnknownSessionException(id);
        }
        Map<String, List<ByteBuffer>> journals = new TreeMap<>();
        kept.journals.forEach((name, journal) -> {
            List<ByteBuffer> entries = new ArrayList<>();
            journal.read(0, (number, entry) -> entries.add(ByteBuffer.wrap(entry)));
            journals.put(name, entries);
        });
        return new SessionArchive(kept.session, kept.history.last, kept.history.entries, journals);
    }

    @Override
    public synchronized Claim restore(SessionArchive archive, String node) {
        Claim claim = create(archive.session(), node);
        Kept kept = claimed(archive.session().id(), claim);
        kept.history.entries.addAll(archive.history());
        kept.history.last = archive.last();
        archive.journals().forEach((name, entries) -> {
            MemoryJournal journal = new MemoryJournal();
            entries.forEach(entry -> journal.append(Transaction.bytes(entry)));
            kept.journals.put(name, journal);
        });
        return claim;
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
    public synchronized List<String> managedBy(String node) {
        return sessions.values().stream()
                .filter(kept -> kept.session.isLive() && kept.claim.node().equals(node))
                .map(kept -> kept.session.id())
                .toList();
    }

    @Override
    public synchronized Map<String, Claim> takeOver(List<String> ids, String node, Instant now) {
        Map<String, Claim> taken = new HashMap<>();
        for (String id : ids) {
            Kept kept = sessions.get(id);
            if (kept != null && (kept.claim.node().equals(node) || isLapsed(kept.claim.node(), now))) {
                Claim claim = new Claim(node, kept.claim.epoch() + 1);
                sessions.put(id, kept.with(claim));
                taken.put(id, claim);
            }
        }
        return taken;
    }

    @Override
    public synchronized Claim handOver(String id, String node, Claim claim) {
        Kept kept = claimed(id, claim);
        Claim theirs = new Claim(node, claim.epoch() + 1);
        sessions.put(id, kept.with(theirs));
        return theirs;
    }

    private boolean isLapsed(String node, Instant now) {
        @Nullable Instant until = leases.get(node);
        return until == null || until.isBefore(now);
    }

    @Override
    public void compact() {
        // Nothing is left of what was deleted.
    }

    @Override
    public void close() {
        // What it keeps goes with it.
    }

    /** A journal that is written only as long as the claim holds. */
    private final class ClaimedJournal implements Journal {

        private final String id;
        private final String name;
        private final Claim claim;
        private boolean closed;

        ClaimedJournal(String id, String name, Claim claim) {
            this.id = id;
            this.name = name;
            this.claim = claim;
        }

        @Override
        public long append(byte[] entry) {
            synchronized (MemoryStore.this) {
                checkOpen();
                try {
                    return claimed(id, claim)
                            .journals
                            .computeIfAbsent(name, any -> new MemoryJournal())
                            .append(entry);
                } catch (StoreException e) {
                    throw new JournalException("The journal " + name + " cannot be written: " + e.getMessage(), e);
                }
            }
        }

        @Override
        public void sync() {
            synchronized (MemoryStore.this) {
                checkOpen();
            }
        }

        @Override
        public long size() {
            return kept().map(Journal::size).orElse(0L);
        }

        @Override
        public void read(long from, Reader reader) {
            sync();
            kept().ifPresent(journal -> journal.read(from, reader));
        }

        private Optional<MemoryJournal> kept() {
            synchronized (MemoryStore.this) {
                return Optional.ofNullable(sessions.get(id)).map(kept -> kept.journals.get(name));
            }
        }

        private void checkOpen() {
            if (closed) {
                throw new JournalException("The journal " + name + " is closed.", null);
            }
        }

        @Override
        public void close() {
            synchronized (MemoryStore.this) {
                closed = true;
            }
        }
    }
}
