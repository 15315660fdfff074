package dev.parley.sessions.store;

import dev.parley.runtime.journal.Journal;
import dev.parley.runtime.journal.JournalException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A journal of a session in a database. */
final class JdbcJournal implements Journal {

    private static final long PAGE = 256;

    private final Pool pool;
    private final String session;
    private final String name;
    private final Claim claim;
    private long entries;
    private @Nullable String broken;

    JdbcJournal(Pool pool, String session, String name, Claim claim) {
        this.pool = pool;
        this.session = session;
        this.name = name;
        this.claim = claim;
        this.entries = pool.read(
                "open the journal " + this,
                transaction -> transaction.queryOne(
                        "SELECT COUNT(*) FROM session_journal WHERE session = ? AND name = ?",
                        List.of(session, name),
                        row -> row.getLong(1)));
    }

    /** In one statement, which finds out in the same moment whether the claim holds. */
    @Override
    public synchronized long append(byte[] entry) {
        if (entry.length > MAX_ENTRY) {
            throw new IllegalArgumentException("The entry has " + entry.length + " bytes; a journal takes " + MAX_ENTRY
                    + " at most. Keep large things elsewhere, and journal where.");
        }
        checkUsable();
        try {
            int added = pool.write(
                    "write the journal " + this,
                    transaction -> transaction.update(
                            "INSERT INTO session_journal (session, name, number, entry)"
                                    + " SELECT id, ?, ?, ? FROM session WHERE id = ? AND node = ? AND epoch = ?"
                                    + pool.database().held(),
                            List.of(name, entries, entry, session, claim.node(), claim.epoch())));
            if (added == 0) {
                throw pool.<StoreException>read(
                        "write the journal " + this, transaction -> transaction.refused(session, claim));
            }
            return entries++;
        } catch (StoreException e) {
            broken = "takes nothing more since it could not be written: " + e.getMessage();
            throw new JournalException("The journal " + this + " cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void sync() {
        end();
        try {
            pool.sync("sync the journal " + this);
        } catch (StoreException e) {
            throw new JournalException("The journal " + this + " cannot be synced: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized long size() {
        return entries;
    }

    @Override
    public void read(long from, Reader reader) {
        long until = end();
        for (long first = from; first < until; first += PAGE) {
            long number = first;
            for (byte[] entry : page(first, Math.min(first + PAGE, until))) {
                reader.entry(number++, entry);
            }
        }
    }

    private List<byte[]> page(long first, long end) {
        List<byte[]> page;
        try {
            page = pool.read(
                    "read the journal " + this,
                    transaction -> transaction.query(
                            "SELECT entry FROM session_journal WHERE session = ? AND name = ? AND number >= ?"
                                    + " AND number < ? ORDER BY number",
                            List.of(session, name, first, end),
                            row -> row.getBytes(1)));
        } catch (StoreException e) {
            throw new JournalException("The journal " + this + " cannot be read: " + e.getMessage(), e);
        }
        if (page.size() != end - first) {
            throw new JournalException(
                    "The journal " + this + " is damaged: of the entries from " + first + " to " + (end - 1) + ", only "
                            + page.size() + " are there. Take the store from a backup.",
                    null);
        }
        return page;
    }

    private synchronized long end() {
        checkUsable();
        return entries;
    }

    @Override
    public synchronized void close() {
        broken = "is closed.";
    }

    private void checkUsable() {
        if (broken != null) {
            throw new JournalException("The journal " + this + " " + broken, null);
        }
    }

    @Override
    public String toString() {
        return name + " of the session " + session;
    }
}
