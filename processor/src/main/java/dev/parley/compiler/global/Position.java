package dev.parley.compiler.global;

import java.util.List;
import java.util.Optional;

/**
 * Where in the text of the protocol a global state stands. States of machines get their names from it.
 *
 * @param blockStart the innermost block that starts here, if one does
 * @param callers the methods through which the enclosing blocks were entered, outermost first; two expansions of one block differ in it
 * @param multicastRest whether a multicast has been sent to some of its receivers and not yet to all
 */
public record Position(Optional<String> blockStart, List<String> callers, boolean multicastRest) {

    /** Copies the callers. */
    public Position {
        callers = List.copyOf(callers);
    }
}
