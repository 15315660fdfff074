package dev.parley.sessions.store;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements that take effect together. */
final class Transaction {

    private final Connection connection;
    private final Database database;

    Transaction(Connection connection, Database database) {
        this.connection = connection;
        this.database = database;
    }

    /** Reads something from a row. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Executes a statement, and returns how many rows it has changed. */
    int update(String sql, List<? extends @Nullable Object> values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** Executes a statement for each of some values. */
    void updateEach(String sql, List<? extends List<? extends @Nullable Object>> each) throws SQLException {
        if (each.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (List<? extends @Nullable Object> values : each) {
                bind(statement, values);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    <T> List<T> query(String sql, List<? extends @Nullable Object> values, RowReader<T> reader) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(reader.read(rows));
            }
            return read;
        }
    }

    /** Executes a query that gives one row. */
    <T> T queryOne(String sql, List<? extends @Nullable Object> values, RowReader<T> reader) throws SQLException {
        return query(sql, values, reader).get(0);
    }

    /**
     * Keeps others from taking a session over until the transaction ends.
     *
     * @throws UnknownSessionException if there is no such session
     * @throws StaleClaimException if another node has taken it over
     */
    void hold(String id, Claim claim) throws SQLException {
        List<Claim> held = query(
                "SELECT node, epoch FROM session WHERE id = ?" + database.held(),
                List.of(id),
                row -> new Claim(row.getString(1), row.getLong(2)));
        if (!held.contains(claim)) {
            throw refused(id, claim);
        }
    }

    /** Returns why a claim does not hold. */
    StoreException refused(String id, Claim claim) throws SQLException {
        return exists(id) ? new StaleClaimException(id, claim) : new UnknownSessionException(id);
    }

    /** Returns whether there is a session. */
    boolean exists(String id) throws SQLException {
        return !query("SELECT 1 FROM session WHERE id = ?", List.of(id), row -> 1)
                .isEmpty();
    }

    /** Returns what a buffer holds, as it is bound. */
    static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private PreparedStatement prepare(String sql, List<? extends @Nullable Object> values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            bind(statement, values);
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static void bind(PreparedStatement statement, List<? extends @Nullable Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }
}
