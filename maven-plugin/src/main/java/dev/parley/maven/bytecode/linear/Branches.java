package dev.parley.maven.bytecode.linear;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What has become of the branches of a parallel block that a role is in. A branch in neither set may have been begun or not: code
 * that cannot be seen from here had the state.
 *
 * @param begun the branches that were surely begun
 * @param open the branches that were surely not begun
 * @param members the runs of a block for each member of a family
 */
record Branches(SortedSet<String> begun, SortedSet<String> open, Members members) {

    /** Those of a state that is in no block, or of which nothing is known. */
    static final Branches UNKNOWN =
            new Branches(Collections.emptySortedSet(), Collections.emptySortedSet(), Members.UNKNOWN);

    Branches {
        begun = Collections.unmodifiableSortedSet(new TreeSet<>(begun));
        open = Collections.unmodifiableSortedSet(new TreeSet<>(open));
    }

    Branches begin(String branch) {
        SortedSet<String> more = new TreeSet<>(begun);
        more.add(branch);
        SortedSet<String> fewer = new TreeSet<>(open);
        fewer.remove(branch);
        return new Branches(more, fewer, members);
    }

    Branches with(Members known) {
        return known.equals(members) ? this : new Branches(begun, open, known);
    }

    /** Other code had the state, and may have begun any of them. */
    Branches handed() {
        return new Branches(begun, Collections.emptySortedSet(), members.handed());
    }

    /** Returns whether the same is known of the branches; runs for members are begun one by one, by code that is run for each. */
    boolean areAs(Branches other) {
        return begun.equals(other.begun) && open.equals(other.open);
    }
}
