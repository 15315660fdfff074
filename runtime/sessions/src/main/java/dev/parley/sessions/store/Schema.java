package dev.parley.sessions.store;

import dev.parley.sessions.query.Key;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The tables of a store. They are changed over a connection of their own, which has no timeout: that may take long. */
final class Schema {

    static final String SCRIPTS = "classpath:dev/parley/sessions/store/schema";
    static final String VERSIONS = "parley_sessions_schema";

    private static final int TRIES = 3;

    private final Database database;
    private final String url;
    private final String user;
    private final String password;

    Schema(Database database, String url, String user, String password) {
        this.database = database;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** Creates what is not there yet. */
    void bringUpToDate(List<Key<String>> indexed) {
        migrate(TRIES);
        for (Key<String> key : indexed) {
            execute("index the metadata " + key.name(), database.index(key), false);
        }
    }

    /**
     * Another node may be creating the tables at the same time. Flyway then finds tables that it does not know, and complains that they are known
     * when it wants to note that: without a cause, as nothing is wrong with the database. The next time they are there.
     */
    private void migrate(int tries) {
        try {
            Flyway.configure()
                    .dataSource(url, user, password)
                    .locations(SCRIPTS)
                    .placeholders(database.placeholders())
                    .table(VERSIONS)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    // What a later release has made of the tables is not for this one to write to.
                    .ignoreMigrationPatterns("*:missing")
                    .loggers("slf4j")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            if (tries > 1 && e.getCause() == null) {
                migrate(tries - 1);
                return;
            }
            throw new StoreException(
                    "The tables of the store " + url + " cannot be brought up to date: " + e.getMessage(), e);
        }
    }

    /** Leaves nothing in the database's files of what was deleted. */
    void compact() {
        execute("leave nothing of what was deleted", database.compaction(), true);
    }

    private void execute(String what, List<String> statements, boolean each) {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            connection.setAutoCommit(each);
            try (Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
            if (!each) {
                connection.commit();
            }
        } catch (SQLException e) {
            throw Failures.of(what, database, e);
        }
    }
}
