package dev.parley.compiler.protocol;

import dev.parley.compiler.diagnostic.Origin;
import java.util.Optional;

/** How the steps of a block combine. */
public sealed interface BlockForm {

    /** One after the other, in declaration order. */
    record Sequence() implements BlockForm {}

    /**
     * One of them.
     *
     * @param at the role that chooses
     */
    record Choice(Reference at) implements BlockForm {}

    /**
     * All of them, concurrently.
     *
     * @param origin the annotation
     */
    record Parallel(Origin origin) implements BlockForm {}

    /**
     * Once for every member of a family, concurrently; for one member they are a sequence or, with a choice, one of them.
     *
     * @param family the family
     * @param choiceAt the role that chooses among the steps; empty for a sequence
     * @param origin the annotation
     */
    record ForEach(Reference family, Optional<Reference> choiceAt, Origin origin) implements BlockForm {}
}
