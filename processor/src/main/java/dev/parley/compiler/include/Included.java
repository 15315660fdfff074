package dev.parley.compiler.include;

import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Step.IncludeStep;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which protocols become a part of another one. */
public final class Included {

    private Included() {}

    /** Returns the qualified names of the protocols that one includes, directly or by way of others that it names. */
    public static Set<String> by(ProtocolDeclaration declaration, List<ProtocolDeclaration> others) {
        Set<String> included = new LinkedHashSet<>();
        Deque<ProtocolDeclaration> open = new ArrayDeque<>(List.of(declaration));
        while (!open.isEmpty()) {
            steps(open.remove())
                    .map(step -> step.protocol().name())
                    .filter(included::add)
                    .forEach(name -> others.stream()
                            .filter(other -> other.qualifiedName().equals(name))
                            .forEach(open::add));
        }
        return included;
    }

    /** Returns the steps of a protocol that include others. */
    static Stream<IncludeStep> steps(ProtocolDeclaration protocol) {
        return blocks(protocol)
                .flatMap(block -> block.steps().stream())
                .filter(IncludeStep.class::isInstance)
                .map(IncludeStep.class::cast);
    }

    /** Returns all blocks of a protocol, its own first. */
    static Stream<BlockDeclaration> blocks(ProtocolDeclaration protocol) {
        return Stream.concat(Stream.of(protocol.main()), protocol.blocks().stream());
    }
}
