package dev.parley.sessions.store;

class MemoryStoreTest extends StoreContract {

    @Override
    SessionStore open() {
        return new MemoryStore();
    }
}
