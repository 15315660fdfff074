package dev.parley.benchmarks.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The same by hand: one statement for each over a pool like the store's, texts bound as they are, and every column that the store reads read
 * as a text. No session is made, and no JSON is read or written but by the database.
 */
final class JdbcOperations implements Operations {

    private static final String READ =
            "SELECT id, type, name, owner, workspace, status, created_at, last_activity, expires_at, metadata, details"
                    + " FROM session WHERE ";
    private static final int COLUMNS = 11;

    private final HikariDataSource connections;
    private final String details;
    private final String json;
    private final String domain;

    /**
     * Opens the pool.
     *
     * @param config like the store's
     * @param json the type of columns that hold JSON
     * @param bytewise how texts are said to be compared
     */
    JdbcOperations(HikariConfig config, String details, String json, String bytewise) {
        this.connections = new HikariDataSource(config);
        this.details = details;
        this.json = json;
        this.domain = "(metadata->>'domain')" + bytewise;
    }

    /** Returns the details that the store writes for a session, so that both write the same. */
    static String details(HikariConfig config, int number) {
        try (HikariDataSource connections = new HikariDataSource(config);
                Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(READ + "id = ?")) {
            statement.setString(1, Sample.id(number));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString("details");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void create(int number) {
        String sql =
                "INSERT INTO session (type, name, owner, workspace, status, created_at, last_activity, expires_at, live,"
                        + " details, searched, tags, metadata, id, node, epoch)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS " + json + "), ?, ?, 1)";
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, number, "ACTIVE");
            statement.setString(15, Sample.NODE);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void update(int number) {
        String sql = "UPDATE session SET type = ?, name = ?, owner = ?, workspace = ?, status = ?, created_at = ?,"
                + " last_activity = ?, expires_at = ?, live = ?, details = ?, searched = ?, tags = ?,"
                + " metadata = CAST(? AS " + json + ") WHERE id = ?";
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, number, "IDLE");
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void bind(PreparedStatement statement, int number, String status) throws SQLException {
        String domainOf = Sample.domain(number);
        String name = "chat " + number;
        String owner = "owner-" + number % 5_000;
        String workspace = "/projects/" + number % 100;
        statement.setString(1, "ACTIVE");
        statement.setString(2, name);
        statement.setString(3, owner);
        statement.setString(4, workspace);
        statement.setString(5, status);
        statement.setLong(6, 1_767_225_600_000L);
        statement.setLong(7, 1_767_225_600_000L + number * 1_000L);
        statement.setNull(8, java.sql.Types.BIGINT);
        statement.setLong(9, 1);
        statement.setString(10, details);
        statement.setString(11, name + "\n" + owner + "\n" + workspace + "\n" + domainOf + "\nen\nlarge");
        statement.setString(12, "[]");
        statement.setString(13, "{\"domain\":\"" + domainOf + "\",\"language\":\"en\",\"model\":\"large\"}");
        statement.setString(14, Sample.id(number));
    }

    @Override
    public int get(int number) {
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(READ + "id = ?")) {
            statement.setString(1, Sample.id(number));
            return read(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int find(int number) {
        String sql =
                READ + domain + " = ? AND status IN (?, ?) ORDER BY last_activity DESC NULLS LAST, id ASC NULLS LAST"
                        + " LIMIT ? OFFSET ?";
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, Sample.domain(number));
            statement.setString(2, "ACTIVE");
            statement.setString(3, "IDLE");
            statement.setLong(4, Sample.PAGE);
            statement.setLong(5, 0);
            return read(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int read(PreparedStatement statement) throws SQLException {
        int rows = 0;
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                for (int column = 1; column <= COLUMNS; column++) {
                    row.getString(column);
                }
                rows++;
            }
        }
        return rows;
    }

    @Override
    public void close() {
        connections.close();
    }
}
