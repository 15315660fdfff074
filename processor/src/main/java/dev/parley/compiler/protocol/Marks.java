package dev.parley.compiler.protocol;

import dev.parley.compiler.diagnostic.Origin;
import java.util.Optional;

/**
 * What a step is marked with, beside what it does.
 *
 * @param phase the stage of the work that it belongs to
 * @param guard what happens before its message leaves
 * @param timeout when it is taken for the role that chooses
 * @param quorum the annotation by which the receiver may go on before all members of a family have sent the message
 */
public record Marks(Optional<Phase> phase, Optional<Guard> guard, Optional<Timeout> timeout, Optional<Origin> quorum) {

    /** No marks. */
    public static final Marks NONE = new Marks(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
