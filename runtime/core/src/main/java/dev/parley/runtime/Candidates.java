package dev.parley.runtime;

import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Those who wait to become members of families, in the order in which they have come. Safe for use by many threads. */
final class Candidates {

    private final Queue<Candidate<?>> waiting = new ConcurrentLinkedQueue<>();

    void add(Candidate<?> candidate) {
        waiting.add(candidate);
    }

    void remove(Candidate<?> candidate) {
        waiting.remove(candidate);
    }

    /** A part takes all in that wait for a family, to begin in a state, and returns how many they are. */
    int admit(int family, int entry, int by) {
        int admitted = 0;
        for (Iterator<Candidate<?>> each = waiting.iterator(); each.hasNext(); ) {
            Candidate<?> candidate = each.next();
            if (candidate.isFor(family, entry) && candidate.admit(by)) {
                each.remove();
                admitted++;
            }
        }
        return admitted;
    }

    /** Nobody is taken in any more. */
    void dismissAll() {
        waiting.forEach(Candidate::dismiss);
    }
}
