package dev.parley.sessions.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the participants of a session share: texts by key, each with the version in which it was written. Whoever writes says which version
 * they have seen, so that nobody overwrites what they do not know (compare and set). Immutable.
 *
 * @param version counts all that was written and removed, so that no version is ever used twice
 * @param entries the entries by key
 */
public record SharedContext(long version, Map<String, Entry> entries) {

    /** Nothing yet. */
    public static final SharedContext EMPTY = new SharedContext(0, Map.of());

    /** The version of a key that has no entry. */
    public static final long ABSENT = 0;

    /**
     * A text, and the version in which it was written.
     *
     * @param value the text
     * @param version the version, 1 or more
     */
    public record Entry(String value, long version) {}

    /**
     * Copies the entries, in the order of their keys.
     *
     * @throws IllegalArgumentException if a key or value cannot be stored
     */
    public SharedContext {
        entries = Collections.unmodifiableMap(new TreeMap<>(entries));
        entries.forEach((key, entry) -> Texts.checkStorable(List.of(key, entry.value())));
    }

    /** Returns the entry of a key. */
    public Optional<Entry> get(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /**
     * Writes an entry.
     *
     * @param key its key
     * @param value what it becomes
     * @param seen the version of the entry that the writer has seen; {@link #ABSENT} if there was none
     * @throws ContextConflictException if the entry has another version now
     */
    public SharedContext put(String key, String value, long seen) {
        check(key, seen);
        Map<String, Entry> changed = new TreeMap<>(entries);
        changed.put(key, new Entry(value, version + 1));
        return new SharedContext(version + 1, changed);
    }

    /**
     * Removes an entry.
     *
     * @param key its key
     * @param seen the version of the entry that the writer has seen
     * @throws ContextConflictException if the entry has another version now
     */
    public SharedContext remove(String key, long seen) {
        check(key, seen);
        Map<String, Entry> changed = new TreeMap<>(entries);
        changed.remove(key);
        return new SharedContext(version + 1, changed);
    }

    private void check(String key, long seen) {
        long actual = get(key).map(Entry::version).orElse(ABSENT);
        if (actual != seen) {
            throw new ContextConflictException(key, seen, actual);
        }
    }
}
