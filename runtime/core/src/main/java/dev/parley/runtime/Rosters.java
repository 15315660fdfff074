package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.Edge;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * For whom blocks are run for each member of a family: the word of the role that knows who has left, to each of the others that begin the
 * block with it, run by run. Safe for use by many threads.
 */
final class Rosters {

    /** For each edge on which a role begins the block. */
    private final Map<Integer, Queue<List<Integer>>> words = new ConcurrentHashMap<>();

    private Queue<List<Integer>> words(Edge fork) {
        return words.computeIfAbsent(fork.lane().edge(), key -> new ConcurrentLinkedQueue<>());
    }

    /** Says to those who begin the block on an edge for whom it is run the next time. */
    void add(Edge fork, List<Integer> members) {
        words(fork).add(members);
    }

    /** Takes the next word, or null if there is none yet. */
    @Nullable List<Integer> poll(Edge fork) {
        return words(fork).poll();
    }
}
