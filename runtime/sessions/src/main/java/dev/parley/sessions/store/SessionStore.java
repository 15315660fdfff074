package dev.parley.sessions.store;

import dev.parley.sessions.ManagedSession;
import dev.parley.sessions.query.Query;
import java.time.Instant;
import java.util.List;
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
     * Removes every trace of a session.
     *
     * @param id its id
     * @param claim that it is managed by whoever writes
     * @return whether there was one
     * @throws StaleClaimException if another node has taken it over
     */
    boolean delete(String id, Claim claim);

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
     * Makes a node manage a session that it has managed before, or that no other manages any more. Of several that try at the same time one
     * succeeds.
     *
     * @param id the session's id
     * @param node the node's name
     * @param now the time
     * @return what writes of the session show from now on; empty if there is no such session, or another node manages it
     */
    Optional<Claim> takeOver(String id, String node, Instant now);

    @Override
    void close();
}
