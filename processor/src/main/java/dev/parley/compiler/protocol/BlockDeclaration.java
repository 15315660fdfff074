package dev.parley.compiler.protocol;

import dev.parley.compiler.diagnostic.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A block: the protocol interface itself or an interface nested in it.
 *
 * @param name its simple name
 * @param choiceAt the role that chooses among the steps; empty for a sequence
 * @param steps its methods, in declaration order
 * @param origin the interface
 */
public record BlockDeclaration(String name, Optional<Reference> choiceAt, List<Step> steps, Origin origin) {

    /** Copies the steps. */
    public BlockDeclaration {
        steps = List.copyOf(steps);
    }
}
