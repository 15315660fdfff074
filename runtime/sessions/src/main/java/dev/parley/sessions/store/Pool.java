package dev.parley.sessions.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Connections to a database, and transactions over them. Whatever the database complains of becomes a {@link StoreException}. */
final class Pool implements AutoCloseable {

    private final Database database;
    private final HikariDataSource connections;

    Pool(HikariConfig config, Database database) {
        this.database = database;
        try {
            this.connections = new HikariDataSource(config);
        } catch (RuntimeException e) { // of the pool's own kinds
            throw Failures.opening(config.getJdbcUrl(), database, e);
        }
    }

    Database database() {
        return database;
    }

    /** Works with statements. */
    @FunctionalInterface
    interface Work<T> {
        T in(Transaction transaction) throws SQLException;
    }

    /** Executes one statement that reads, which needs no transaction around it. */
    <T> T read(String what, Work<T> work) {
        try (Connection connection = connections.getConnection()) {
            return work.in(new Transaction(connection, database));
        } catch (SQLException e) {
            throw Failures.of(what, database, e);
        }
    }

    /** Executes one statement that writes, which is a transaction of its own. */
    <T> T write(String what, Work<T> work) {
        try (Connection connection = connections.getConnection()) {
            return committing(what, () -> work.in(new Transaction(connection, database)));
        } catch (SQLException e) {
            throw Failures.of(what, database, e);
        }
    }

    /** Executes statements that take effect together or not at all. */
    <T> T together(String what, Work<T> work) {
        return inTransaction(what, database::begin, work);
    }

    /** Executes statements that read, all of them what was there at one moment. */
    <T> T snapshot(String what, Work<T> work) {
        return inTransaction(what, database::beginSnapshot, work);
    }

    @FunctionalInterface
    private interface Begin {
        void on(Connection connection) throws SQLException;
    }

    private <T> T inTransaction(String what, Begin begin, Work<T> work) {
        try (Connection connection = connections.getConnection()) {
            try {
                begin.on(connection);
                T result = work.in(new Transaction(connection, database));
                committing(what, () -> {
                    database.commit(connection);
                    return result;
                });
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw Failures.of(what, database, e);
        }
    }

    /** Returns when what was committed is safe from a loss of power. PostgreSQL has cared for that when it commits. */
    void sync(String what) {
        if (database == Database.SQLITE) {
            int busy = read(
                    what,
                    transaction ->
                            transaction.queryOne("PRAGMA wal_checkpoint(FULL)", List.of(), row -> row.getInt(1)));
            if (busy != 0) {
                throw new StoreTimeoutException("The store could not " + what + ": others use it.", null);
            }
        }
    }

    @FunctionalInterface
    private interface Commit<T> {
        T run() throws SQLException;
    }

    /** What is lost while it commits may have been done. */
    private <T> T committing(String what, Commit<T> commit) throws SQLException {
        try {
            return commit.run();
        } catch (SQLException e) {
            if (Failures.isUnreachable(database, e)) {
                throw Failures.uncertain(what, e);
            }
            throw e;
        }
    }

    private void rollBack(Connection connection, Exception failure) {
        try {
            database.rollBack(connection);
        } catch (SQLException e) { // nobody knows what state it is in
            connections.evictConnection(connection);
            failure.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
