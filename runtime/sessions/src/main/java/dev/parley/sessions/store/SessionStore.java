package dev.parley.sessions.store;

import dev.parley.runtime.journal.Journal;
import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.query.Query;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where managed sessions are kept, and which node manages each.
 *
 * <p>Several nodes may share one store. A node says from time to time until when it is alive; when it has not said so in time, others may
 * take its sessions over. Each takeover counts the session's epoch up, and every write shows the epoch it was claimed with, so a node that was
 * only slow changes nothing any more (a fencing token: Kleppmann, "Designing Data-Intensive Applications", 2017, chapter 8). Clocks of nodes
 * may differ by less than the time for which leases are given.
 *
 * <p>What a method has done is kept when it returns. All methods throw a {@link StoreException} if the store cannot be reached or does
 * not work; nothing is changed then, unless it says otherwise. Safe for use by many threads.
 */
public interface SessionStore extends AutoCloseable {

    /**
     * Keeps a new session.
     *
     * @param session the session
     * @param node which node manages it
     * @return what writes of the session show from now on
     * @throws SessionExistsException if there is one of this id
     * @throws NameTakenException if it is live and so is another of the same kind and name
     */
    Claim create(ManagedSession session, String node);

    /**
     * Returns a session.
     *
     * @param id its id
     * @throws CorruptSessionException if what is kept of it cannot be read
     */
    Optional<ManagedSession> load(String id);

    /**
     * Keeps what has become of a session.
     *
     * @param session the session
     * @param claim that it is managed by whoever writes
     * @throws UnknownSessionException if there is none of this id
     * @throws StaleClaimException if another node has taken it over
     * @throws NameTakenException if it is live and so is another of the same kind and name
     */
    void save(ManagedSession session, Claim claim);

    /**
     * Removes every trace of a session: itself, its history and its journals. Files that the store is kept in may hold some of it until
     * {@link #compact}.
     *
     * @param id its id
     * @param claim that it is managed by whoever writes
     * @return whether there was one
     * @throws StaleClaimException if another node has taken it over
     */
    boolean delete(String id, Claim claim);

    /**
     * Appends to the history of a session.
     *
     * @param id the session's id
     * @param events what has happened, each as JSON
     * @param claim that it is managed by whoever writes
     * @return the number of the last event of the history, from 1; numbers are never used twice
     * @throws IllegalArgumentException if an event is no JSON
     * @throws UnknownSessionException if there is no such session
     * @throws StaleClaimException if another node has taken it over
     */
    long append(String id, List<String> events, Claim claim);

    /**
     * Returns what has happened in a session, in order; nothing if there is no such session.
     *
     * @param id its id
     * @param after the number of the event behind which to begin; 0 for the first
     * @param atMost how many events at most
     */
    List<HistoryEntry> history(String id, long after, int atMost);

    /**
     * Removes the beginning of the history of a session.
     *
     * @param id its id
     * @param upTo the number of the last event to remove; those behind it keep theirs
     * @param claim that it is managed by whoever writes
     * @throws UnknownSessionException if there is no such session
     * @throws StaleClaimException if another node has taken it over
     */
    void forget(String id, long upTo, Claim claim);

    /**
     * Opens a journal that is kept with a session: a conversation of its own that survives the process, and moves with the session. It is
     * there once something was appended. Its exceptions are {@link dev.parley.runtime.journal.JournalException}s, caused by a
     * {@link StaleClaimException} where another node has taken the session over. Only one may be open at a time.
     *
     * @param id the session's id
     * @param name which of the session's journals
     * @param claim that the session is managed by whoever writes
     */
    Journal journal(String id, String name, Claim claim);

    /** Returns the names of the journals of a session, in order. */
    List<String> journals(String id);

    /**
     * Removes a journal of a session, if there is one.
     *
     * @param id the session's id
     * @param name which of its journals
     * @param claim that the session is managed by whoever writes
     * @throws UnknownSessionException if there is no such session
     * @throws StaleClaimException if another node has taken it over
     */
    void deleteJournal(String id, String name, Claim claim);

    /**
     * Returns all that is kept of a session, as it is at one moment.
     *
     * @param id its id
     * @throws UnknownSessionException if there is no such session
     * @throws CorruptSessionException if what is kept of it cannot be read
     */
    SessionArchive archive(String id);

    /**
     * Keeps a session with its history and its journals, all of it or nothing.
     *
     * @param archive what another store has kept, or this one before
     * @param node which node manages it
     * @return what writes of the session show from now on
     * @throws SessionExistsException if there is one of this id
     * @throws NameTakenException if it is live and so is another of the same kind and name
     */
    Claim restore(SessionArchive archive, String node);

    /** Returns the ids of the sessions of an owner, in order. */
    List<String> idsByOwner(String owner);

    /**
     * Returns sessions.
     *
     * @param query which
     * @throws CorruptSessionException if what is kept of one of them cannot be read
     */
    List<ManagedSession> find(Query query);

    /** Returns how many sessions a query asks for, on all its pages. */
    long count(Query query);

    /**
     * Notes that a node is alive.
     *
     * @param node its name
     * @param until until when others may rely on it
     */
    void renew(String node, Instant until);

    /**
     * Returns the ids of live sessions that no node manages any more, in order.
     *
     * @param now the time
     * @param atMost how many at most
     */
    List<String> abandoned(Instant now, int atMost);

    /**
     * Returns the ids of live sessions that a node manages, in order.
     *
     * @param node its name
     */
    List<String> managedBy(String node);

    /**
     * Makes a node manage a session, as {@link #takeOver(List, String, Instant)} does.
     *
     * @param id the session's id
     * @param node the node's name
     * @param now the time
     * @return what writes of the session show from now on; empty if there is no such session, or another node manages it
     */
    default Optional<Claim> takeOver(String id, String node, Instant now) {
        return Optional.ofNullable(takeOver(List.of(id), node, now).get(id));
    }

    /**
     * Makes a node manage sessions that it has managed before, or that no other manages any more. Of several nodes that try at the same time
     * one succeeds with each session.
     *
     * @param ids the sessions' ids; some thousands at most
     * @param node the node's name
     * @param now the time
     * @return for each that is managed by the node now, what writes of it show from now on
     */
    Map<String, Claim> takeOver(List<String> ids, String node, Instant now);

    /**
     * Makes another node manage a session, whether or not that one is alive.
     *
     * @param id the session's id
     * @param node the other node's name
     * @param claim that the session is managed by whoever gives it away
     * @return what the other node's writes of the session show from now on
     * @throws UnknownSessionException if there is none of this id
     * @throws StaleClaimException if another node has taken it over
     */
    Claim handOver(String id, String node, Claim claim);

    /**
     * Rewrites what the store is kept in, so that nothing is left there of what was deleted. Others wait meanwhile.
     *
     * @throws StoreException if others use the store for too long
     */
    void compact();

    @Override
    void close();
}
