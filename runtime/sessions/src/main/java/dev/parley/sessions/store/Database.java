package dev.parley.sessions.store;

import dev.parley.sessions.query.Key;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** In what the databases' languages differ. */
enum Database {
    /** SQLite, 3.38 or later. */
    SQLITE("TEXT", "BLOB", "", "", ""),
    /** PostgreSQL, 12 or later. Its texts are compared by the rules of some language unless it is told otherwise. */
    POSTGRESQL("JSONB", "BYTEA", "COLLATE \"C\"", " FOR SHARE", " FOR UPDATE SKIP LOCKED");

    private static final String UNIQUE_VIOLATION = "23505";

    private final String json;
    private final String bytes;
    private final String bytewise;
    private final String held;
    private final String free;

    Database(String json, String bytes, String bytewise, String held, String free) {
        this.json = json;
        this.bytes = bytes;
        this.bytewise = bytewise;
        this.held = held;
        this.free = free;
    }

    /** Returns the words that stand for the placeholders of the schema. */
    Map<String, String> placeholders() {
        return Map.of("json", json, "bytes", bytes, "bytewise", bytewise);
    }

    /** Returns the type of a column that holds JSON. */
    String json() {
        return json;
    }

    /** Returns what a selection ends in so that its rows stay as they are until the transaction ends. SQLite has one writer at a time. */
    String held() {
        return held;
    }

    /**
     * Begins a transaction. SQLite's driver is not asked to: it would begin another one as soon as it has committed, fail if somebody else was
     * faster, and take a transaction that it could not begin for one.
     */
    void begin(Connection connection) throws SQLException {
        if (this == SQLITE) {
            // One that reads first and writes then could find that another one was faster.
            execute(connection, "BEGIN IMMEDIATE");
        } else {
            connection.setAutoCommit(false);
        }
    }

    /** Begins a transaction that sees the database as it is now, whatever others commit meanwhile. */
    void beginSnapshot(Connection connection) throws SQLException {
        if (this == SQLITE) {
            execute(connection, "BEGIN");
        } else {
            connection.setAutoCommit(false);
            execute(connection, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
        }
    }

    void commit(Connection connection) throws SQLException {
        if (this == SQLITE) {
            execute(connection, "COMMIT");
        } else {
            connection.commit();
        }
    }

    void rollBack(Connection connection) throws SQLException {
        if (this == SQLITE) {
            execute(connection, "ROLLBACK");
        } else {
            connection.rollback();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns what a selection ends in so that it has only rows that nobody else is changing, and nobody will until the transaction ends. */
    String free() {
        return free;
    }

    /** Returns whether a statement has failed because a live session has the name already. */
    boolean isNameTaken(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        return this == SQLITE
                ? message.contains("UNIQUE constraint failed: session.type, session.name")
                : UNIQUE_VIOLATION.equals(failure.getSQLState()) && message.contains("session_live_name");
    }

    /** Returns whether a statement has failed because there is a session of the id already. */
    boolean isIdTaken(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        return this == SQLITE
                ? message.contains("UNIQUE constraint failed: session.id")
                : UNIQUE_VIOLATION.equals(failure.getSQLState()) && message.contains("session_pkey");
    }

    /** Returns what a key is in SQL: the name of a column, or a look into the metadata, as its indexes have it. */
    String sql(Key<?> key) {
        return key.isColumn()
                ? key.name()
                : bytewise("metadata->>'" + key.name().replace("'", "''") + "'");
    }

    /** Returns an expression of a text so that it is compared by code points. */
    private String bytewise(String expression) {
        return bytewise.isEmpty() ? expression : "(" + expression + ") " + bytewise;
    }

    /** Returns the statements that make an index on an entry of the metadata, unless there is one. */
    List<String> index(Key<String> key) {
        // Databases cut long names off, and take some characters in quotes only.
        UUID name = UUID.nameUUIDFromBytes(key.name().getBytes(StandardCharsets.UTF_8));
        String index = "CREATE INDEX IF NOT EXISTS session_metadata_"
                + name.toString().replace("-", "") + " ON session ((" + sql(key) + "))";
        return this == SQLITE
                ? List.of(index)
                // Two nodes that look for an index at the same time would both make it.
                : List.of("LOCK TABLE session IN SHARE ROW EXCLUSIVE MODE", index);
    }

    /** Returns the statements that leave nothing in the files of what was deleted. */
    List<String> compaction() {
        return this == SQLITE
                ? List.of("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)")
                : List.of(
                        "VACUUM FULL session",
                        "VACUUM FULL session_tag",
                        "VACUUM FULL session_event",
                        "VACUUM FULL session_journal");
    }
}
