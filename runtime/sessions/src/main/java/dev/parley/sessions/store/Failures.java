package dev.parley.sessions.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** What databases complain of, by the codes that they give. */
final class Failures {

    /** What has gone wrong, whichever the database. */
    private enum Kind {
        UNREACHABLE,
        TIMEOUT,
        FULL,
        READ_ONLY,
        CORRUPT,
        OTHER
    }

    private Failures() {}

    /** Returns that something could not be done, and nothing of it was. */
    static StoreException of(String what, Database database, SQLException e) {
        return typed(
                kind(database, e), "The store could not " + what + ": " + message(e) + ". Nothing was changed.", e);
    }

    /** Returns that nobody knows whether something was done, as the database was lost while it was at it. */
    static StoreException uncertain(String what, SQLException e) {
        return new StoreUnavailableException(
                "The store was lost while it was to " + what + ": " + message(e)
                        + ". Whether that was done can only be seen from the store, when it can be reached again.",
                e);
    }

    /** Returns that a store cannot be opened. */
    static StoreException opening(String url, Database database, Exception e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        Kind kind = root instanceof SQLException known ? kind(database, known) : Kind.UNREACHABLE;
        return typed(kind, "The store " + url + " cannot be opened: " + message(root) + ".", e);
    }

    static boolean isUnreachable(Database database, SQLException e) {
        return kind(database, e) == Kind.UNREACHABLE;
    }

    private static StoreException typed(Kind kind, String problem, Exception e) {
        return switch (kind) {
            case UNREACHABLE -> new StoreUnavailableException(problem, e);
            case TIMEOUT -> new StoreTimeoutException(problem, e);
            case FULL -> new StoreFullException(problem + " Make room for it.", e);
            case READ_ONLY -> new StoreReadOnlyException(problem + " Let the process write it.", e);
            case CORRUPT -> new CorruptStoreException(problem + " Take it from a backup.", e);
            case OTHER -> new StoreException(problem, e);
        };
    }

    /** Without the full stop that some end in. */
    private static String message(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }

    private static Kind kind(Database database, SQLException e) {
        if (e instanceof SQLTransientConnectionException && !(e.getCause() instanceof SQLException)) {
            return Kind.TIMEOUT; // all connections are in use
        }
        SQLException told =
                e instanceof SQLTransientConnectionException && e.getCause() instanceof SQLException cause ? cause : e;
        return database == Database.SQLITE ? ofSqlite(told.getErrorCode()) : ofPostgresql(told);
    }

    /** By <a href="https://sqlite.org/rescode.html">primary result code</a>. */
    private static Kind ofSqlite(int code) {
        return switch (code) {
            case 5, 6, 9 -> Kind.TIMEOUT;
            case 8 -> Kind.READ_ONLY;
            case 10, 14 -> Kind.UNREACHABLE;
            case 11, 26 -> Kind.CORRUPT;
            case 13 -> Kind.FULL;
            default -> Kind.OTHER;
        };
    }

    /** By <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">SQLSTATE</a>, most of them by class. */
    private static Kind ofPostgresql(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        if (state.equals("57014") || state.equals("55P03")) {
            return Kind.TIMEOUT;
        }
        if (state.equals("25006")) {
            return Kind.READ_ONLY;
        }
        if (state.equals("25P03")) { // it was idle within a transaction for too long
            return Kind.UNREACHABLE;
        }
        return switch (state.substring(0, 2)) {
            case "08", "28", "3D", "57" -> Kind.UNREACHABLE;
            case "53" -> state.equals("53300") ? Kind.UNREACHABLE : Kind.FULL;
            case "XX" -> state.equals("XX000") ? Kind.OTHER : Kind.CORRUPT;
            default -> Kind.OTHER;
        };
    }
}
