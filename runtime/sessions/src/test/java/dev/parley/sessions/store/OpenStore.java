package dev.parley.sessions.store;

import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.model.SessionKind;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test with an empty store. */
abstract class OpenStore {

    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    SessionStore store;

    /** Opens an empty store. */
    abstract SessionStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    static ManagedSession session(String id, String name) {
        return ManagedSession.builder(id, SessionKind.ACTIVE, name, "ann", NOON).build();
    }
}
