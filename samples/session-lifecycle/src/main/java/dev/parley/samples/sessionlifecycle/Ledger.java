package dev.parley.samples.sessionlifecycle;

import dev.parley.runtime.effect.Fact;
import dev.parley.runtime.effect.Receipt;
import dev.parley.runtime.journal.Journal;
import dev.parley.samples.sessionlifecycle.Outcome.Ending;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a journal of facts tells about sessions. */
final class Ledger {

    private final Journal journal;

    /** Creates a view of a journal. */
    Ledger(Journal journal) {
        this.journal = journal;
    }

    /** Returns the names of each session's facts, in their order. */
    Map<String, List<String>> facts() {
        Map<String, List<String>> facts = new LinkedHashMap<>();
        journal.read(0, (number, entry) -> {
            Fact fact = Fact.decode(entry);
            facts.computeIfAbsent(session(fact), each -> new ArrayList<>()).add(fact.name());
        });
        return facts;
    }

    /** Returns how much a session has spent on messages of which there is a fact. */
    long spent(String session) {
        long[] spent = {0};
        journal.read(0, (number, entry) -> {
            Fact fact = Fact.decode(entry);
            if (session(fact).equals(session)) {
                spent[0] += fact.receipts().stream().mapToLong(Receipt::cost).sum();
            }
        });
        return spent[0];
    }

    /** Returns the ids of the sessions that were created and never cleaned up: they are under way, or have failed. */
    List<String> unfinished() {
        return facts().entrySet().stream()
                .filter(entry -> !entry.getValue().contains("session_archived"))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns how a session has ended or is about to, as far as its facts tell: one that is still under way has {@link Ending#ENDED} before it. */
    Ending ending(String session) {
        List<String> names = facts().getOrDefault(session, List.of());
        if (names.contains("participant_declined")) {
            return Ending.DECLINED;
        }
        return names.contains("session_abandoned") ? Ending.ABANDONED : Ending.ENDED;
    }

    private static String session(Fact fact) {
        return fact.receipts().get(0).session();
    }
}
