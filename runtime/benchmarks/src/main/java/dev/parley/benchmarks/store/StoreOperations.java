package dev.parley.benchmarks.store;

import dev.parley.sessions.model.ManagedStatus;
import dev.parley.sessions.query.Key;
import dev.parley.sessions.query.Query;
import dev.parley.sessions.store.Claim;
import dev.parley.sessions.store.SessionStore;

/** What the store does. */
final class StoreOperations implements Operations {

    private static final Claim CLAIM = new Claim(Sample.NODE, 1);

    private final SessionStore store;

    StoreOperations(SessionStore store) {
        this.store = store;
    }

    @Override
    public void create(int number) {
        store.create(Sample.session(number), Sample.NODE);
    }

    @Override
    public void update(int number) {
        store.save(Sample.later(number), CLAIM);
    }

    @Override
    public int get(int number) {
        return store.load(Sample.id(number)).isPresent() ? 1 : 0;
    }

    @Override
    public int find(int number) {
        Query query = Query.where(Key.metadata("domain")
                        .is(Sample.domain(number))
                        .and(Key.STATUS.in(ManagedStatus.ACTIVE, ManagedStatus.IDLE)))
                .orderBy(Key.LAST_ACTIVITY.descending())
                .page(0, Sample.PAGE);
        return store.find(query).size();
    }

    @Override
    public void close() {
        store.close();
    }
}
