package dev.parley.sessions.store;

import dev.parley.sessions.model.ManagedSession;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a store keeps of a session, at one moment. Immutable.
 *
 * @param session the session
 * @param last the number of the last event of its history, 0 if there never was one
 * @param history what has happened in it and was not forgotten, in order
 * @param journals the entries of its journals, by their names
 */
public record SessionArchive(
        ManagedSession session, long last, List<HistoryEntry> history, Map<String, List<ByteBuffer>> journals) {

    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException if the numbers of the history do not rise by one up to the last
     */
    public SessionArchive {
        history = List.copyOf(history);
        long number = last - history.size();
        for (HistoryEntry entry : history) {
            number++;
            if (entry.number() != number || number < 1) {
                throw new IllegalArgumentException("The history of the session " + session.id() + " has an event "
                        + entry.number() + " where number " + number + " of " + last + " belongs.");
            }
        }
        Map<String, List<ByteBuffer>> copy = new LinkedHashMap<>();
        journals.forEach((name, entries) -> {
            if (!entries.isEmpty()) { // else it is not there
                copy.put(
                        name, entries.stream().map(ByteBuffer::asReadOnlyBuffer).toList());
            }
        });
        journals = Collections.unmodifiableMap(copy);
    }

    /**
     * Reads what {@link #toJson} has written.
     *
     * @throws ArchiveFormatException if it is no JSON, or not of this format and version
     */
    public static SessionArchive parse(String json) {
        return new ArchiveParser(json).parse();
    }

    /** Writes it as JSON, for people to read and stores to {@linkplain SessionStore#restore restore}. */
    public String toJson() {
        return ArchiveWriter.json(this);
    }
}
