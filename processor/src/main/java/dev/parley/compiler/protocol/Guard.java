package dev.parley.compiler.protocol;

import dev.parley.compiler.diagnostic.Origin;
import java.util.ArrayList;
import java.util.List;

/**
 * What happens before a message leaves.
 *
 * @param capability the capability that its sender needs; empty for none
 * @param flowCost what it costs the sender's budget for each receiver
 * @param journal the fact committed; empty for none
 * @param origin the annotation
 * @param capabilityOrigin the value that gives the capability, or the annotation
 * @param flowCostOrigin the value that gives the cost, or the annotation
 * @param journalOrigin the value that gives the fact, or the annotation
 */
public record Guard(
        String capability,
        long flowCost,
        String journal,
        Origin origin,
        Origin capabilityOrigin,
        Origin flowCostOrigin,
        Origin journalOrigin) {

    /** Returns what it says, to follow the name of what it stands before: {@code needs session:create and costs 100}. */
    public String inWords() {
        List<String> words = new ArrayList<>();
        if (!capability.isEmpty()) {
            words.add("needs " + capability);
        }
        if (flowCost != 0) {
            words.add("costs " + flowCost);
        }
        if (!journal.isEmpty()) {
            words.add("records " + journal);
        }
        return String.join(" and ", words);
    }
}
