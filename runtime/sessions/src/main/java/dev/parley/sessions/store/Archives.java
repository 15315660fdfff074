package dev.parley.sessions.store;

import dev.parley.sessions.model.ManagedSession;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** All that is kept of a session, in a database. */
final class Archives {

    private Archives() {}

    static SessionArchive read(String id, Transaction transaction) throws SQLException {
        ManagedSession session = transaction
                .query("SELECT " + SessionRow.READ + " FROM session WHERE id = ?", List.of(id), SessionRow::read)
                .stream()
                .findFirst()
                .orElseThrow(() -> new UnknownSessionException(id));
        long last =
                transaction.queryOne("SELECT history FROM session WHERE id = ?", List.of(id), row -> row.getLong(1));
        List<HistoryEntry> history = transaction.query(
                "SELECT number, event FROM session_event WHERE session = ? ORDER BY number",
                List.of(id),
                row -> new HistoryEntry(row.getLong(1), row.getString(2)));
        Map<String, List<ByteBuffer>> journals = new TreeMap<>();
        transaction.query(
                "SELECT name, entry FROM session_journal WHERE session = ? ORDER BY name, number",
                List.of(id),
                row -> journals.computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                        .add(ByteBuffer.wrap(row.getBytes(2))));
        return new SessionArchive(session, last, history, journals);
    }

    /** Adds what belongs to a session whose row is there. */
    static void write(SessionArchive archive, Transaction transaction) throws SQLException {
        String id = archive.session().id();
        transaction.update("UPDATE session SET history = ? WHERE id = ?", List.of(archive.last(), id));
        transaction.updateEach(
                Histories.INSERT,
                archive.history().stream()
                        .map(entry -> List.<Object>of(id, entry.number(), entry.event()))
                        .toList());
        for (Map.Entry<String, List<ByteBuffer>> journal : archive.journals().entrySet()) {
            List<ByteBuffer> entries = journal.getValue();
            transaction.updateEach(
                    "INSERT INTO session_journal (session, name, number, entry) VALUES (?, ?, ?, ?)",
                    IntStream.range(0, entries.size())
                            .mapToObj(i ->
                                    List.<Object>of(id, journal.getKey(), (long) i, Transaction.bytes(entries.get(i))))
                            .toList());
        }
    }
}
