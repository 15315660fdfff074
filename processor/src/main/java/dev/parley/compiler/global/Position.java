package dev.parley.compiler.global;

import java.util.Optional;

/**
 * Where in the text of the protocol a global state stands. States of machines get their names from it.
 *
 * @param block the block whose step comes next
 * @param blockStart whether that step is the first of its block
 * @param caller how the block was entered; two expansions of one block differ in it; empty for the protocol's own steps
 * @param multicastRest whether a multicast has been sent to some of its receivers and not yet to all
 */
public record Position(String block, boolean blockStart, Optional<Caller> caller, boolean multicastRest) {

    /** Returns the same position inside the multicast that starts there. */
    Position multicast() {
        return new Position(block, blockStart, caller, true);
    }

    /**
     * A step through which a block was entered.
     *
     * @param method the step's method
     * @param outer how the block of that step was entered
     */
    public record Caller(String method, Optional<Caller> outer) {}
}
