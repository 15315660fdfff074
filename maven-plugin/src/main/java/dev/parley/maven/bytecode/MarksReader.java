package dev.parley.maven.bytecode;

import dev.parley.compiler.protocol.Guard;
import dev.parley.compiler.protocol.Marks;
import dev.parley.compiler.protocol.Phase;
import dev.parley.compiler.protocol.Timeout;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AnnotationNode;

/** Reads what steps and blocks are marked with. */
final class MarksReader {

    private MarksReader() {}

    static Marks read(@Nullable List<AnnotationNode> annotations, ClassOrigin step) {
        return new Marks(
                phase(annotations, step),
                Annotation.find(annotations, Annotation.GUARD, step).map(MarksReader::guard),
                Annotation.find(annotations, Annotation.TIMEOUT, step)
                        .map(timeout -> new Timeout(timeout.text("value"), timeout.origin())),
                Annotation.find(annotations, Annotation.QUORUM, step).map(Annotation::origin));
    }

    /** Returns the stage of the work that a step or block belongs to. */
    static Optional<Phase> phase(@Nullable List<AnnotationNode> annotations, ClassOrigin element) {
        return Annotation.find(annotations, Annotation.PHASE, element)
                .map(phase -> new Phase(phase.text("value"), phase.origin()));
    }

    private static Guard guard(Annotation guard) {
        return new Guard(
                guard.text("capability"),
                guard.value("flowCost")
                        .filter(Long.class::isInstance)
                        .map(Long.class::cast)
                        .orElse(0L),
                guard.text("journal"),
                guard.origin(),
                guard.origin(),
                guard.origin(),
                guard.origin());
    }
}
