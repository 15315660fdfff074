package dev.parley.sessions.store;

import java.sql.SQLException;
import java.util.Map;

/** In what the databases' languages differ. */
enum Database {
    /** SQLite, 3.38 or later. */
    SQLITE("TEXT", ""),
    /** PostgreSQL, 12 or later. Its texts are compared by the rules of some language unless it is told otherwise. */
    POSTGRESQL("JSONB", "COLLATE \"C\"");

    private static final String UNIQUE_VIOLATION = "23505";

    private final String json;
    private final String bytewise;

    Database(String json, String bytewise) {
        this.json = json;
        this.bytewise = bytewise;
    }

    /** Returns the words that stand for the placeholders of the schema. */
    Map<String, String> placeholders() {
        return Map.of("json", json, "bytewise", bytewise);
    }

    /** Returns the type of a column that holds JSON. */
    String json() {
        return json;
    }

    /** Returns whether a statement has failed because a live session has the name already. */
    boolean isTaken(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        return this == SQLITE
                ? message.contains("UNIQUE constraint failed: session.type, session.name")
                : UNIQUE_VIOLATION.equals(failure.getSQLState()) && message.contains("session_live_name");
    }

    /** Returns an expression of a text so that it is compared by code points. */
    String bytewise(String expression) {
        return bytewise.isEmpty() ? expression : "(" + expression + ") " + bytewise;
    }
}
