package dev.parley.compiler.protocol;

/** What follows a step. */
public sealed interface Continuation {

    /** {@code void}: the next step, or whatever follows the block. */
    record Next() implements Continuation {}

    /**
     * A block: it is entered or, where it is being run already, gone back to.
     *
     * @param block the block named by the return type
     */
    record Block(Reference block) implements Continuation {}

    /** {@code End}: nothing. */
    record End() implements Continuation {}
}
