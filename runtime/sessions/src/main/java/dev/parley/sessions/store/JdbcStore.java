package dev.parley.sessions.store;

import com.zaxxer.hikari.HikariConfig;
import dev.parley.runtime.journal.Journal;
import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.query.Query;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Keeps sessions in a database: SQLite for one process, PostgreSQL for one or many. */
public final class JdbcStore implements SessionStore {

    private static final String CLAIMED = " WHERE id = ? AND node = ? AND epoch = ?";

    private final Pool pool;
    private final Schema schema;
    private final Histories histories;
    private final String insert;
    private final String update;

    JdbcStore(HikariConfig config, Database database, StoreOptions options) {
        config.setMaximumPoolSize(options.connections());
        // The pool takes no less.
        config.setConnectionTimeout(Math.max(250, options.timeout().toMillis()));
        this.pool = new Pool(config, database);
        this.schema = new Schema(database, config.getJdbcUrl(), config.getUsername(), config.getPassword());
        this.histories = new Histories(pool);
        String json = "CAST(? AS " + database.json() + ")";
        this.insert = SessionRow.COLUMNS.stream()
                .map(column -> column.equals("metadata") ? json : "?")
                .collect(Collectors.joining(
                        ", ",
                        "INSERT INTO session (" + String.join(", ", SessionRow.COLUMNS) + ", id, node, epoch) VALUES (",
                        ", ?, ?, 1)"));
        this.update = SessionRow.COLUMNS.stream()
                .map(column -> column + " = " + (column.equals("metadata") ? json : "?"))
                .collect(Collectors.joining(", ", "UPDATE session SET ", CLAIMED));
        try {
            schema.bringUpToDate(options.indexedKeys());
        } catch (StoreException e) {
            pool.close();
            throw e;
        }
    }

    /** Opens a store in a file as {@link #sqlite(Path, StoreOptions)} does, with the {@linkplain StoreOptions#defaults() defaults}. */
    public static JdbcStore sqlite(Path file) {
        return sqlite(file, StoreOptions.defaults());
    }

    /**
     * Opens a store in a file, and creates it if there is none.
     *
     * @param file the file; its folder must exist
     * @param options how it works
     * @throws CorruptStoreException if it is no SQLite database
     * @throws StoreException if it cannot be opened
     */
    public static JdbcStore sqlite(Path file, StoreOptions options) {
        return new JdbcStore(sqliteConfig(file, options), Database.SQLITE, options);
    }

    static HikariConfig sqliteConfig(Path file, StoreOptions options) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite:" + file);
        // Readers do not wait for a writer, and what is committed survives the process; after a power cut the last
        // commits may be missing.
        config.addDataSourceProperty("journal_mode", "WAL");
        config.addDataSourceProperty("synchronous", "NORMAL");
        config.addDataSourceProperty("foreign_keys", "true");
        // What is deleted is overwritten.
        config.addDataSourceProperty("secure_delete", "true");
        config.addDataSourceProperty(
                "busy_timeout", Long.toString(options.timeout().toMillis()));
        return config;
    }

    /** Opens a store as {@link #postgresql(String, String, String, StoreOptions)} does, with the {@linkplain StoreOptions#defaults() defaults}. */
    public static JdbcStore postgresql(String url, String user, String password) {
        return postgresql(url, user, password, StoreOptions.defaults());
    }

    /**
     * Opens a store in a PostgreSQL database, and creates its tables if there are none.
     *
     * @param url the database, as {@code jdbc:postgresql://host:port/name}
     * @param user who connects
     * @param password the user's password
     * @param options how it works
     * @throws StoreUnavailableException if it cannot be reached
     * @throws StoreException if it does not let the user create tables
     */
    public static JdbcStore postgresql(String url, String user, String password, StoreOptions options) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        Duration timeout = options.timeout();
        // A node that hangs must not keep others from taking over what it was about to write.
        config.setConnectionInitSql("SET statement_timeout = " + timeout.toMillis()
                + "; SET idle_in_transaction_session_timeout = " + timeout.toMillis());
        // A server that does not answer any more cannot keep to that.
        config.addDataSourceProperty("socketTimeout", Long.toString(timeout.toSeconds() + 5));
        return new JdbcStore(config, Database.POSTGRESQL, options);
    }

    @Override
    public Claim create(ManagedSession session, String node) {
        String what = "keep the session " + session.id();
        try {
            if (session.tags().isEmpty()) {
                pool.write(what, transaction -> add(session, node, transaction));
            } else {
                pool.together(what, transaction -> add(session, node, transaction));
            }
        } catch (StoreException e) {
            throw takenByAnother(session, e);
        }
        return new Claim(node, 1);
    }

    private int add(ManagedSession session, String node, Transaction transaction) throws SQLException {
        List<Object> values = new ArrayList<>(SessionRow.values(session));
        Collections.addAll(values, session.id(), node);
        transaction.update(insert, values);
        return addTags(transaction, session);
    }

    @Override
    public SessionArchive archive(String id) {
        return pool.snapshot("archive the session " + id, transaction -> Archives.read(id, transaction));
    }

    @Override
    public Claim restore(SessionArchive archive, String node) {
        ManagedSession session = archive.session();
        try {
            pool.together("restore the session " + session.id(), transaction -> {
                int tags = add(session, node, transaction);
                Archives.write(archive, transaction);
                return tags;
            });
        } catch (StoreException e) {
            throw takenByAnother(session, e);
        }
        return new Claim(node, 1);
    }

    private static int addTags(Transaction transaction, ManagedSession session) throws SQLException {
        transaction.updateEach(
                "INSERT INTO session_tag (session, tag) VALUES (?, ?)",
                session.tags().stream().map(tag -> List.of(session.id(), tag)).toList());
        return session.tags().size();
    }

    /** Returns what a failure means if it is that an id or a name is not free. */
    private StoreException taken(ManagedSession session, StoreException failure) {
        if (failure.getCause() instanceof SQLException cause) {
            if (pool.database().isIdTaken(cause)) {
                return new SessionExistsException(session.id());
            }
            if (pool.database().isNameTaken(cause)) {
                return new NameTakenException(session.kind(), session.name());
            }
        }
        return failure;
    }

    /** The same for a new session: where both are taken, databases speak of either. */
    private StoreException takenByAnother(ManagedSession session, StoreException failure) {
        StoreException taken = taken(session, failure);
        boolean exists = taken instanceof NameTakenException
                && pool.read("look for the session " + session.id(), transaction -> transaction.exists(session.id()));
        return exists ? new SessionExistsException(session.id()) : taken;
    }

    @Override
    public Optional<ManagedSession> load(String id) {
        String sql = "SELECT " + SessionRow.READ + " FROM session WHERE id = ?";
        return pool
                .read("load the session " + id, transaction -> transaction.query(sql, List.of(id), SessionRow::read))
                .stream()
                .findFirst();
    }

    /** Tags are hardly ever changed: one statement writes the rest, if they are as they were. */
    @Override
    public void save(ManagedSession session, Claim claim) {
        List<Object> values = new ArrayList<>(SessionRow.values(session));
        Collections.addAll(values, session.id(), claim.node(), claim.epoch());
        List<Object> withTags = new ArrayList<>(values);
        withTags.add(SessionRow.tags(session));
        String what = "keep the session " + session.id();
        try {
            if (pool.write(what, transaction -> transaction.update(update + " AND tags = ?", withTags)) == 0) {
                pool.together(what, transaction -> {
                    if (transaction.update(update, values) == 0) {
                        throw transaction.refused(session.id(), claim);
                    }
                    transaction.update("DELETE FROM session_tag WHERE session = ?", List.of(session.id()));
                    return addTags(transaction, session);
                });
            }
        } catch (StoreException e) {
            throw taken(session, e);
        }
    }

    @Override
    public boolean delete(String id, Claim claim) {
        return pool.together("delete the session " + id, transaction -> {
            int changed = transaction.update("DELETE FROM session" + CLAIMED, List.of(id, claim.node(), claim.epoch()));
            if (changed == 0 && transaction.refused(id, claim) instanceof StaleClaimException stale) {
                throw stale;
            }
            return changed > 0;
        });
    }

    @Override
    public long append(String id, List<String> events, Claim claim) {
        return histories.append(id, events, claim);
    }

    @Override
    public List<HistoryEntry> history(String id, long after, int atMost) {
        return histories.after(after, id, atMost);
    }

    @Override
    public void forget(String id, long upTo, Claim claim) {
        histories.forget(id, upTo, claim);
    }

    @Override
    public Journal journal(String id, String name, Claim claim) {
        return new JdbcJournal(pool, id, name, claim);
    }

    @Override
    public List<String> journals(String id) {
        return pool.read(
                "list the journals of the session " + id,
                transaction -> transaction.query(
                        "SELECT DISTINCT name FROM session_journal WHERE session = ? ORDER BY name",
                        List.of(id),
                        row -> row.getString(1)));
    }

    @Override
    public void deleteJournal(String id, String name, Claim claim) {
        pool.together("delete the journal " + name + " of the session " + id, transaction -> {
            transaction.hold(id, claim);
            return transaction.update("DELETE FROM session_journal WHERE session = ? AND name = ?", List.of(id, name));
        });
    }

    @Override
    public List<String> idsByOwner(String owner) {
        return pool.read(
                "list the sessions of " + owner,
                transaction -> transaction.query(
                        "SELECT id FROM session WHERE owner = ? ORDER BY id", List.of(owner), row -> row.getString(1)));
    }

    @Override
    public List<ManagedSession> find(Query query) {
        QuerySql sql = new QuerySql(pool.database());
        String text = sql.select(SessionRow.READ, query) + sql.page(query);
        return pool.read("find sessions", transaction -> transaction.query(text, sql.values(), SessionRow::read));
    }

    @Override
    public long count(Query query) {
        QuerySql sql = new QuerySql(pool.database());
        String text = sql.select("COUNT(*)", query);
        return pool.read(
                "count sessions", transaction -> transaction.queryOne(text, sql.values(), row -> row.getLong(1)));
    }

    @Override
    public void renew(String node, Instant until) {
        pool.write(
                "renew the lease of " + node,
                transaction -> transaction.update(
                        "INSERT INTO node (name, lease_until) VALUES (?, ?)"
                                + " ON CONFLICT (name) DO UPDATE SET lease_until = excluded.lease_until",
                        List.of(node, until.toEpochMilli())));
    }

    @Override
    public List<String> abandoned(Instant now, int atMost) {
        return pool.read(
                "find abandoned sessions",
                transaction -> transaction.query(
                        "SELECT id FROM session WHERE live = 1"
                                + " AND node NOT IN (SELECT name FROM node WHERE lease_until >= ?) ORDER BY id LIMIT ?",
                        List.of(now.toEpochMilli(), (long) atMost),
                        row -> row.getString(1)));
    }

    @Override
    public List<String> managedBy(String node) {
        return pool.read(
                "list the sessions of the node " + node,
                transaction -> transaction.query(
                        "SELECT id FROM session WHERE node = ? AND live = 1 ORDER BY id",
                        List.of(node),
                        row -> row.getString(1)));
    }

    /** Whoever is faster with a session has it: nobody waits for another. */
    @Override
    public Map<String, Claim> takeOver(List<String> ids, String node, Instant now) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Object> values = new ArrayList<>(List.of(node));
        values.addAll(ids);
        Collections.addAll(values, node, now.toEpochMilli());
        String sql = "UPDATE session SET node = ?, epoch = epoch + 1 WHERE id IN (SELECT id FROM session WHERE id IN ("
                + String.join(", ", Collections.nCopies(ids.size(), "?"))
                + ") AND (node = ? OR node NOT IN (SELECT name FROM node WHERE lease_until >= ?))"
                + pool.database().free() + ") RETURNING id, epoch";
        Map<String, Claim> taken = new HashMap<>();
        pool.write(
                "take the sessions " + ids + " over",
                transaction -> transaction.query(
                        sql, values, row -> taken.put(row.getString(1), new Claim(node, row.getLong(2)))));
        return taken;
    }

    @Override
    public Claim handOver(String id, String node, Claim claim) {
        return pool.together("hand the session " + id + " over", transaction -> {
            int changed = transaction.update(
                    "UPDATE session SET node = ?, epoch = epoch + 1" + CLAIMED,
                    List.of(node, id, claim.node(), claim.epoch()));
            if (changed == 0) {
                throw transaction.refused(id, claim);
            }
            return new Claim(node, claim.epoch() + 1);
        });
    }

    @Override
    public void compact() {
        schema.compact();
    }

    @Override
    public void close() {
        pool.close();
    }
}
