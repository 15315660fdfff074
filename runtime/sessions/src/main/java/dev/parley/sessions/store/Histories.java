package dev.parley.sessions.store;

import java.util.List;
import java.util.stream.IntStream;

/** What has happened in sessions, in a database. */
final class Histories {

    static final String INSERT = "INSERT INTO session_event (session, number, event) VALUES (?, ?, ?)";

    private final Pool pool;

    Histories(Pool pool) {
        this.pool = pool;
    }

    /** The row of the session counts the events: whoever has changed it is the only one to write until it commits. */
    long append(String id, List<String> events, Claim claim) {
        events.forEach(Details::checkJson);
        return pool.together("keep events of the session " + id, transaction -> {
            long last = transaction
                    .query(
                            "UPDATE session SET history = history + ? WHERE id = ? AND node = ? AND epoch = ?"
                                    + " RETURNING history",
                            List.of((long) events.size(), id, claim.node(), claim.epoch()),
                            row -> row.getLong(1))
                    .stream()
                    .findFirst()
                    .orElse(-1L);
            if (last < 0) {
                throw transaction.refused(id, claim);
            }
            long before = last - events.size();
            transaction.updateEach(
                    INSERT,
                    IntStream.range(0, events.size())
                            .mapToObj(i -> List.<Object>of(id, before + 1 + i, events.get(i)))
                            .toList());
            return last;
        });
    }

    List<HistoryEntry> after(long number, String id, int atMost) {
        return pool.read(
                "read the history of the session " + id,
                transaction -> transaction.query(
                        "SELECT number, event FROM session_event WHERE session = ? AND number > ?"
                                + " ORDER BY number LIMIT ?",
                        List.of(id, number, (long) atMost),
                        row -> new HistoryEntry(row.getLong(1), row.getString(2))));
    }

    void forget(String id, long upTo, Claim claim) {
        pool.together("forget events of the session " + id, transaction -> {
            transaction.hold(id, claim);
            return transaction.update("DELETE FROM session_event WHERE session = ? AND number <= ?", List.of(id, upTo));
        });
    }
}
