package dev.parley.maven.compare;

/** How much a change means to peers that have not made it, from nothing to most. */
public enum Judgement {
    /** Old and new work together. */
    COMPATIBLE,
    /** Old and new work together if the roles are upgraded in an order. */
    ORDERED,
    /** It could not be decided. */
    UNKNOWN,
    /** Old and new fail each other. */
    BREAKING
}
