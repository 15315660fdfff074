package dev.parley.maven.bytecode.linear;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What has become of the runs of a block for the members of a family.
 *
 * @param begun the indices of members whose runs were surely begun
 * @param none whether surely no run was begun
 */
record Members(Set<Value> begun, boolean none) {

    /** Code that cannot be seen from here may have begun any run. */
    static final Members UNKNOWN = new Members(Set.of(), false);

    /** No run was begun. */
    static final Members NONE = new Members(Set.of(), true);

    Members {
        begun = Collections.unmodifiableSet(new LinkedHashSet<>(begun));
    }

    /** The run for a member is begun; of an index that cannot be told from others, nothing is kept. */
    Members begin(Value index) {
        Set<Value> more = new LinkedHashSet<>(begun);
        if (index instanceof Value.Index || index instanceof Value.IntConstant) {
            more.add(index);
        }
        return new Members(more, false);
    }

    /** An index will stand for another member from now on. */
    Members forget(Value.Index index) {
        if (!begun.contains(index)) {
            return this;
        }
        Set<Value> fewer = new LinkedHashSet<>(begun);
        fewer.remove(index);
        return new Members(fewer, none);
    }

    /** Other code had the block, and may have begun any run. */
    Members handed() {
        return new Members(begun, false);
    }
}
