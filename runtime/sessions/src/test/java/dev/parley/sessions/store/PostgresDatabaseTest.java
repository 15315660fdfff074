package dev.parley.sessions.store;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PostgresDatabaseTest extends DatabaseContract {

    PostgresDatabaseTest() {
        super(Database.POSTGRESQL);
    }

    @Override
    String create() throws SQLException {
        return Postgres.database();
    }

    @Override
    JdbcStore open(String url, StoreOptions options) {
        return JdbcStore.postgresql(url, Postgres.USER, "", options);
    }

    @Test
    void manyNodesOpenAnEmptyDatabaseAtTheSameTime() {
        StoreOptions options = StoreOptions.defaults().indexed("domain").connections(1);

        List<CompletableFuture<Void>> openings = IntStream.range(0, 4)
                .mapToObj(node ->
                        CompletableFuture.runAsync(() -> open(url, options).close()))
                .toList();

        openings.forEach(CompletableFuture::join);
    }
}
