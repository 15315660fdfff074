package dev.parley.sessions.store;

import dev.parley.sessions.query.Key;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a store in a database works. Immutable.
 *
 * @param indexed the names of the entries of metadata that sessions are often asked for by; none by default. An index is made for each when
 *     the store is opened, which takes a while if there are many sessions; it stays when a later opening does not name the entry
 * @param timeout how long an operation may wait for the database, from 1 ms on; 30 seconds by default
 * @param connections how many connections there are at most, at least 1; 4 by default
 */
public record StoreOptions(Set<String> indexed, Duration timeout, int connections) {

    private static final StoreOptions DEFAULTS = new StoreOptions(Set.of(), Duration.ofSeconds(30), 4);

    /**
     * Copies the names.
     *
     * @throws IllegalArgumentException if the timeout or the number of connections is too small
     */
    public StoreOptions {
        if (timeout.toMillis() < 1 || connections < 1) {
            throw new IllegalArgumentException("The timeout is " + timeout + " with " + connections
                    + " connections; it must be 1 ms at least, with 1 connection at least.");
        }
        indexed = Collections.unmodifiableSet(new LinkedHashSet<>(new TreeSet<>(indexed)));
    }

    /** Returns the options where nothing is said. */
    public static StoreOptions defaults() {
        return DEFAULTS;
    }

    /** Returns the same with indexes on other entries of the metadata. */
    public StoreOptions indexed(String... names) {
        return new StoreOptions(Set.of(names), timeout, connections);
    }

    /** Returns the same with another timeout. */
    public StoreOptions timeout(Duration value) {
        return new StoreOptions(indexed, value, connections);
    }

    /** Returns the same with another number of connections. */
    public StoreOptions connections(int value) {
        return new StoreOptions(indexed, timeout, value);
    }

    List<Key<String>> indexedKeys() {
        return indexed.stream().map(Key::metadata).toList();
    }
}
