package dev.parley.sessions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.model.ManagedStatus;
import dev.parley.sessions.query.Condition;
import dev.parley.sessions.query.Key;
import dev.parley.sessions.query.Query;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store in a database does with it. */
abstract class DatabaseContract {

    private static final String SECRET = "xyzzy";

    private final Database database;
    String url;

    DatabaseContract(Database database) {
        this.database = database;
    }

    /** Returns the URL of an empty database. */
    abstract String create() throws SQLException;

    /** Opens a store in it. */
    abstract JdbcStore open(String url, StoreOptions options);

    @BeforeEach
    void createDatabase() throws SQLException {
        url = create();
    }

    private JdbcStore open() {
        return open(url, StoreOptions.defaults());
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, Postgres.USER, "");
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private List<String> query(String sql, List<?> values) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<String> lines = new ArrayList<>();
                while (rows.next()) {
                    StringBuilder line = new StringBuilder();
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        line.append(rows.getString(i)).append(' ');
                    }
                    lines.add(line.toString());
                }
                return lines;
            }
        }
    }

    /** The planner's own words; without the index it looks at every session. */
    @Test
    void metadataThatIsIndexedIsFoundByTheIndex() throws SQLException {
        Query query = Query.parse("metadata->>'domain' = ?", "d7");
        QuerySql sql = new QuerySql(database);
        String select = sql.select("*", query) + sql.page(query);
        String explain = (database == Database.SQLITE ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + select;

        try (SessionStore store = open()) {
            for (int i = 0; i < 2_000; i++) {
                store.create(
                        OpenStore.session("s" + i, "n" + i).toBuilder()
                                .metadata(Map.of("domain", "d" + i % 500))
                                .build(),
                        "n1");
            }
        }
        execute("ANALYZE");
        assertThat(query(explain, sql.values()).toString()).doesNotContain("session_metadata");

        try (SessionStore store = open(url, StoreOptions.defaults().indexed("domain", "other"))) {
            execute("ANALYZE");

            assertThat(query(explain, sql.values()).toString()).contains("session_metadata");
            assertThat(store.find(query))
                    .extracting(ManagedSession::id)
                    .containsExactly("s1007", "s1507", "s507", "s7");
        }
        open(url, StoreOptions.defaults().indexed("domain")).close();
    }

    /** Whatever table there is or will be, none of it knows the session any more. */
    @Test
    void nothingOfADeletedSessionIsInAnyTable() throws SQLException {
        try (SessionStore store = open()) {
            store.create(OpenStore.session("other", "other"), "n1");
            Claim claim = store.create(secret(), "n1");
            store.append(SECRET, List.of("\"" + SECRET + "\""), claim);
            store.journal(SECRET, SECRET, claim).append(SECRET.getBytes(StandardCharsets.UTF_8));
            assertThat(tablesWith(SECRET)).contains("session", "session_tag", "session_event", "session_journal");

            store.delete(SECRET, claim);

            assertThat(tablesWith(SECRET)).isEmpty();
            assertThat(tablesWith("other")).contains("session");
        }
    }

    static ManagedSession secret() {
        return OpenStore.session(SECRET, SECRET).toBuilder()
                .owner(SECRET)
                .workspace(SECRET)
                .status(ManagedStatus.ACTIVE, SECRET)
                .tags(Set.of(SECRET))
                .metadata(Map.of(SECRET, SECRET))
                .constraints(Map.of(SECRET, SECRET))
                .build();
    }

    private List<String> tablesWith(String text) throws SQLException {
        List<String> tables = query(
                database == Database.SQLITE
                        ? "SELECT name FROM sqlite_master WHERE type = 'table'"
                        : "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'",
                List.of());
        List<String> found = new ArrayList<>();
        for (String table : tables.stream().map(String::strip).toList()) {
            if (query("SELECT * FROM " + table, List.of()).toString().contains(text)) {
                found.add(table);
            }
        }
        return found;
    }

    @Test
    void aStoreOfTheFirstVersionIsBroughtUpToDateWithAllItHas() throws SQLException {
        migrateTo("1");
        execute(
                "INSERT INTO session (id, type, name, owner, workspace, status, created_at, last_activity, live,"
                        + " metadata, details, searched, node, epoch) VALUES ('s1', 'ACTIVE', 'chat', 'ann', '', 'IDLE', 5,"
                        + " 6, 1, '{\"domain\":\"law\"}', '{\"statusReason\":\"rests\",\"tags\":[\"old\"],"
                        + "\"capabilities\":[],\"constraints\":{},\"preferences\":{},"
                        + "\"resources\":{\"memoryBytes\":0,\"cpus\":0.0,\"diskBytes\":0}}', 'chat', 'n1', 3)",
                "INSERT INTO session (id, type, name, owner, workspace, status, created_at, last_activity, live,"
                        + " metadata, details, searched, node, epoch) VALUES ('s2', 'ACTIVE', 'damaged', 'ann', '', 'IDLE',"
                        + " 5, 6, 1, '{}', 'no JSON', '', 'n1', 1)",
                "INSERT INTO session_tag (session, tag) VALUES ('s1', 'old')",
                "INSERT INTO node (name, lease_until) VALUES ('n1', 7)");

        try (SessionStore store = open()) {
            ManagedSession session = store.load("s1").orElseThrow();
            assertThat(session.statusReason()).isEqualTo("rests");
            assertThat(session.tags()).containsExactly("old");
            assertThat(store.find(Query.where(Key.metadata("domain").is("law"))))
                    .containsExactly(session);
            Claim claim = new Claim("n1", 3);
            assertThat(store.append("s1", List.of("{}"), claim)).isEqualTo(1);
            store.save(session.toBuilder().tags(Set.of("new")).build(), claim);
            assertThat(store.find(Query.where(Condition.tagged("old")))).isEmpty();
            assertThat(store.find(Query.where(Condition.tagged("new")))).hasSize(1);
        }
    }

    @Test
    void rowsThatCannotBeReadAreNamedAndOthersAreRead() throws SQLException {
        Map<String, String> damages = Map.of(
                "{", "details",
                "{}", "details",
                "null", "details",
                "{\"statusReason\":null}", "details",
                "SLEEPY", "status",
                "", "name",
                "[1]", "metadata",
                "{\"it''s\":\"x\"}", "metadata");
        try (SessionStore store = open()) {
            store.create(OpenStore.session("whole", "whole"), "n1");
            for (Map.Entry<String, String> damage : damages.entrySet()) {
                String id = "s" + damage.getKey().hashCode();
                Claim claim = store.create(OpenStore.session(id, id), "n1");
                String value = damage.getValue().equals("metadata")
                        ? "CAST('" + damage.getKey() + "' AS " + database.json() + ")"
                        : "'" + damage.getKey() + "'";
                execute("UPDATE session SET " + damage.getValue() + " = " + value + " WHERE id = '" + id + "'");

                for (ThrowingCallable read :
                        List.<ThrowingCallable>of(() -> store.load(id), () -> store.find(Query.all()))) {
                    assertThatExceptionOfType(CorruptSessionException.class)
                            .as(damage.toString())
                            .isThrownBy(read)
                            .withMessageContaining("session " + id + " cannot be read: its column " + damage.getValue()
                                    + " is damaged")
                            .satisfies(corrupt -> {
                                assertThat(corrupt.id()).isEqualTo(id);
                                assertThat(corrupt.column()).isEqualTo(damage.getValue());
                            });
                }
                assertThat(store.find(Query.where(Key.ID.isNot(id)))).hasSize(1);
                assertThat(store.load("whole")).isPresent();
                assertThat(store.delete(id, claim)).isTrue();
            }
        }
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(url, Postgres.USER, "")
                .locations(Schema.SCRIPTS)
                .placeholders(database.placeholders())
                .table(Schema.VERSIONS)
                .target(version)
                .load()
                .migrate();
    }

    @Test
    void aStoreOfALaterReleaseIsRefused() throws SQLException {
        open().close();
        execute("INSERT INTO " + Schema.VERSIONS
                + " (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)"
                + " SELECT 99, '99', 'later', type, 'V99__later.sql', 1, installed_by, 0, success FROM "
                + Schema.VERSIONS
                + " WHERE version = '1'");

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(this::open)
                .withMessageContaining("cannot be brought up to date")
                .withMessageContaining("99");
    }
}
