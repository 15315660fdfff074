package dev.parley.sessions.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.parley.sessions.ManagedSession;
import dev.parley.sessions.query.Query;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Keeps sessions in a database: SQLite for one process, PostgreSQL for one or many. */
public final class JdbcStore implements SessionStore {

    private static final String ASSIGNED =
            SessionRow.COLUMNS.stream().map(column -> column + " = ?").collect(Collectors.joining(", "));

    private static final String SCHEMA = "classpath:dev/parley/sessions/store/schema";

    private final HikariDataSource connections;
    private final Database database;

    private JdbcStore(HikariConfig config, Database database) {
        this.database = database;
        try {
            this.connections = new HikariDataSource(config);
        } catch (RuntimeException e) { // of the pool's own kinds
            throw new StoreException(
                    "The store " + config.getJdbcUrl() + " cannot be opened: " + rootMessage(e) + ".", e);
        }
        try {
            Flyway.configure()
                    .dataSource(connections)
                    .locations(SCHEMA)
                    .placeholders(database.placeholders())
                    .table("parley_sessions_schema")
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            connections.close();
            throw new StoreException(
                    "The tables of the store " + config.getJdbcUrl() + " cannot be brought up to date: "
                            + e.getMessage(),
                    e);
        }
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    /**
     * Opens a store in a file, and creates it if there is none.
     *
     * @param file the file; its folder must exist
     * @throws StoreException if it is no SQLite database, or cannot be opened
     */
    public static JdbcStore sqlite(Path file) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite:" + file);
        // Readers do not wait for a writer, and what is committed survives the process; after a power cut the last
        // commits may be missing.
        config.addDataSourceProperty("journal_mode", "WAL");
        config.addDataSourceProperty("synchronous", "NORMAL");
        config.addDataSourceProperty("foreign_keys", "true");
        config.addDataSourceProperty("busy_timeout", "30000");
        // A transaction that reads first and writes then could find that another one was faster.
        config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
        config.setMaximumPoolSize(4);
        return new JdbcStore(config, Database.SQLITE);
    }

    /**
     * Opens a store in a PostgreSQL database, and creates its tables if there are none.
     *
     * @param url the database, as {@code jdbc:postgresql://host:port/name}
     * @param user who connects
     * @param password the user's password
     * @throws StoreException if it cannot be reached, or does not let the user create tables
     */
    public static JdbcStore postgresql(String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        return new JdbcStore(config, Database.POSTGRESQL);
    }

    @Override
    public Claim create(ManagedSession session, String node) {
        List<Object> values = new ArrayList<>(SessionRow.values(session));
        Collections.addAll(values, session.id(), node);
        String columns = String.join(", ", SessionRow.COLUMNS);
        return writing(session, "keep the session " + session.id(), transaction -> {
            if (!transaction
                    .query("SELECT 1 FROM session WHERE id = ?", List.of(session.id()), row -> 1)
                    .isEmpty()) {
                throw new SessionExistsException(session.id());
            }
            transaction.update(
                    "INSERT INTO session (" + columns + ", id, node, epoch) VALUES (" + marks(values.size() - 3)
                            + ", CAST(? AS " + database.json() + "), ?, ?, 1)",
                    values);
            addTags(transaction, session);
            return new Claim(node, 1);
        });
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    private static void addTags(Transaction transaction, ManagedSession session) throws SQLException {
        transaction.updateEach(
                "INSERT INTO session_tag (session, tag) VALUES (?, ?)",
                session.tags().stream().map(tag -> List.of(session.id(), tag)).toList());
    }

    @Override
    public Optional<ManagedSession> load(String id) {
        return reading(
                "load the session " + id,
                transaction -> transaction
                        .query(
                                "SELECT " + SessionRow.READ + " FROM session WHERE id = ?",
                                List.of(id),
                                SessionRow::read)
                        .stream()
                        .findFirst());
    }

    @Override
    public void save(ManagedSession session, Claim claim) {
        List<Object> values = new ArrayList<>(SessionRow.values(session));
        Collections.addAll(values, session.id(), claim.node(), claim.epoch());
        String assigned = ASSIGNED.replace("metadata = ?", "metadata = CAST(? AS " + database.json() + ")");
        writing(session, "keep the session " + session.id(), transaction -> {
            int changed = transaction.update(
                    "UPDATE session SET " + assigned + " WHERE id = ? AND node = ? AND epoch = ?", values);
            if (changed == 0) {
                throw refused(transaction, session.id(), claim);
            }
            transaction.update("DELETE FROM session_tag WHERE session = ?", List.of(session.id()));
            addTags(transaction, session);
            return changed;
        });
    }

    private static StoreException refused(Transaction transaction, String id, Claim claim) throws SQLException {
        return transaction
                        .query("SELECT 1 FROM session WHERE id = ?", List.of(id), row -> 1)
                        .isEmpty()
                ? new UnknownSessionException(id)
                : new StaleClaimException(id, claim);
    }

    @Override
    public boolean delete(String id, Claim claim) {
        return transactional("delete the session " + id, transaction -> {
            int changed = transaction.update(
                    "DELETE FROM session WHERE id = ? AND node = ? AND epoch = ?",
                    List.of(id, claim.node(), claim.epoch()));
            if (changed == 0 && refused(transaction, id, claim) instanceof StaleClaimException stale) {
                throw stale;
            }
            return changed > 0;
        });
    }

    @Override
    public List<String> idsByOwner(String owner) {
        return reading(
                "list the sessions of " + owner,
                transaction -> transaction.query(
                        "SELECT id FROM session WHERE owner = ? ORDER BY id", List.of(owner), row -> row.getString(1)));
    }

    @Override
    public List<ManagedSession> find(Query query) {
        QuerySql sql = new QuerySql(database);
        String text = "SELECT " + SessionRow.READ + " FROM session WHERE " + sql.condition(query) + sql.page(query);
        return reading("find sessions", transaction -> transaction.query(text, sql.values(), SessionRow::read));
    }

    @Override
    public long count(Query query) {
        QuerySql sql = new QuerySql(database);
        String text = "SELECT COUNT(*) FROM session WHERE " + sql.condition(query);
        return reading(
                "count sessions",
                transaction -> transaction
                        .query(text, sql.values(), row -> row.getLong(1))
                        .get(0));
    }

    @Override
    public void renew(String node, Instant until) {
        transactional(
                "renew the lease of " + node,
                transaction -> transaction.update(
                        "INSERT INTO node (name, lease_until) VALUES (?, ?)"
                                + " ON CONFLICT (name) DO UPDATE SET lease_until = excluded.lease_until",
                        List.of(node, until.toEpochMilli())));
    }

    @Override
    public List<String> abandoned(Instant now, int atMost) {
        return reading(
                "find abandoned sessions",
                transaction -> transaction.query(
                        "SELECT id FROM session WHERE live = 1"
                                + " AND node NOT IN (SELECT name FROM node WHERE lease_until >= ?) ORDER BY id LIMIT ?",
                        List.of(now.toEpochMilli(), (long) atMost),
                        row -> row.getString(1)));
    }

    @Override
    public Optional<Claim> takeOver(String id, String node, Instant now) {
        return transactional("take the session " + id + " over", transaction -> {
            int changed = transaction.update(
                    "UPDATE session SET node = ?, epoch = epoch + 1 WHERE id = ?"
                            + " AND (node = ? OR node NOT IN (SELECT name FROM node WHERE lease_until >= ?))",
                    List.of(node, id, node, now.toEpochMilli()));
            return changed == 0
                    ? Optional.empty()
                    : transaction
                            .query("SELECT epoch FROM session WHERE id = ?", List.of(id), row -> row.getLong(1))
                            .stream()
                            .map(epoch -> new Claim(node, epoch))
                            .findFirst();
        });
    }

    @Override
    public void close() {
        connections.close();
    }

    @FunctionalInterface
    private interface Work<T> {
        T in(Transaction transaction) throws SQLException;
    }

    /** Reads in one statement, which needs no transaction around it. */
    private <T> T reading(String what, Work<T> work) {
        try (Connection connection = connections.getConnection()) {
            return work.in(new Transaction(connection));
        } catch (SQLException e) {
            throw failed(what, e);
        }
    }

    private <T> T writing(ManagedSession session, String what, Work<T> work) {
        try {
            return transactional(what, work);
        } catch (StoreException e) {
            throw e.getCause() instanceof SQLException cause && database.isTaken(cause)
                    ? new NameTakenException(session.kind(), session.name())
                    : e;
        }
    }

    private <T> T transactional(String what, Work<T> work) {
        try (Connection connection = connections.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.in(new Transaction(connection));
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw failed(what, e);
        }
    }

    private static void rollBack(Connection connection, Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private static StoreException failed(String what, SQLException e) {
        return new StoreException("The store could not " + what + ": " + e.getMessage() + ". Nothing was changed.", e);
    }
}
