package dev.parley.sessions.store;

import java.sql.SQLException;

class PostgresStoreTest extends StoreContract {

    @Override
    SessionStore open() throws SQLException {
        return JdbcStore.postgresql(Postgres.database(), Postgres.USER, "");
    }
}
