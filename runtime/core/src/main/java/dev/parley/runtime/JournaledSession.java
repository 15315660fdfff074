package dev.parley.runtime;

import dev.parley.runtime.journal.Journal;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Which session a journal is of: enough for whoever keeps many journals to find out what to reopen each with.
 *
 * <p>A journal holds one session. Its first entry says which, and the others are what the session has done.
 *
 * @param id the session's id
 * @param protocol the qualified name of its protocol's interface
 * @param version the {@linkplain ProtocolSpec#version version} of the protocol
 */
public record JournaledSession(String id, String protocol, String version) {

    /**
     * Reads which session a journal is of.
     *
     * @param journal the journal
     * @return the session; nothing if the journal is empty
     * @throws dev.parley.runtime.journal.JournalException if the journal cannot be read, or holds something else
     */
    public static Optional<JournaledSession> in(Journal journal) {
        AtomicReference<@Nullable JournaledSession> found = new AtomicReference<>();
        journal.read(0, (number, entry) -> {
            if (number == 0) {
                found.set(Entry.first(entry));
            }
        });
        return Optional.ofNullable(found.get());
    }
}
