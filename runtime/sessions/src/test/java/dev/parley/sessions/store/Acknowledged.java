package dev.parley.sessions.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What nodes have said that is kept, and whether it is. */
final class Acknowledged {

    /** The epoch that has written each event and each entry, by session and number. */
    private final Map<String, Map<Long, Long>> events = new TreeMap<>();

    private final Map<String, Map<Long, Long>> entries = new TreeMap<>();
    private final Map<String, Long> saved = new TreeMap<>();

    void add(List<String> lines) {
        for (String line : lines) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "event" -> add(events, words);
                case "entry" -> add(entries, words);
                case "saved" -> saved.merge(words[1], Long.valueOf(words[2]), Math::max);
                default -> {
                    // It has written nothing.
                }
            }
        }
    }

    private static void add(Map<String, Map<Long, Long>> all, String[] words) {
        Long before = all.computeIfAbsent(words[1], id -> new TreeMap<>())
                .put(Long.valueOf(words[2]), Long.valueOf(words[3]));
        assertThat(before).as("a number is acknowledged once").isNull();
    }

    /** Checks that all is kept, and that nobody has written who was overtaken already. */
    void assertKept(SessionStore store) {
        assertThat(events).isNotEmpty();
        events.forEach((id, acknowledged) -> {
            List<HistoryEntry> history = store.history(id, 0, Integer.MAX_VALUE);
            List<Long> epochs = new ArrayList<>();
            for (HistoryEntry entry : history) {
                assertThat(entry.number()).isEqualTo(epochs.size() + 1L);
                epochs.add(Long.valueOf(entry.event()));
            }
            assertThat(epochs).isSorted();
            acknowledged.forEach((number, epoch) ->
                    assertThat(epochs.get((int) (number - 1))).isEqualTo(epoch));
        });
        entries.forEach((id, acknowledged) -> {
            List<Long> epochs = new ArrayList<>();
            Claim claim =
                    store.takeOver(id, "judge", Instant.now().plusSeconds(3600)).orElseThrow();
            store.journal(id, NodeProcess.JOURNAL, claim)
                    .read(0, (number, entry) -> epochs.add(Long.valueOf(new String(entry, StandardCharsets.UTF_8))));
            assertThat(epochs).isSorted();
            acknowledged.forEach(
                    (number, epoch) -> assertThat(epochs.get(number.intValue())).isEqualTo(epoch));
        });
        saved.forEach((id, event) -> assertThat(
                        Long.valueOf(store.load(id).orElseThrow().metadata().get("event")))
                .isGreaterThanOrEqualTo(event));
    }
}
