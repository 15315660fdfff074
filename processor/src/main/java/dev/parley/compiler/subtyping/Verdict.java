package dev.parley.compiler.subtyping;

import dev.parley.compiler.machine.Action;
import java.util.List;

/** Whether one machine may stand in for another. */
public sealed interface Verdict {

    /**
     * It may.
     *
     * @param sendsLess whether it leaves out something that the original may send: nothing goes wrong then, but others may wait in vain for what only the original would have sent
     */
    record Holds(boolean sendsLess) implements Verdict {}

    /**
     * It may not.
     *
     * @param trace what both do until they part; the candidate's actions, in its order
     * @param reason in which way they part
     */
    record Fails(List<Action> trace, String reason) implements Verdict {

        /** Copies the trace. */
        public Fails {
            trace = List.copyOf(trace);
        }
    }

    /**
     * Undecided: to tell, one would have to look further ahead.
     *
     * @param depth how far was looked, in actions of the original that the candidate puts off
     */
    record Unknown(int depth) implements Verdict {}
}
