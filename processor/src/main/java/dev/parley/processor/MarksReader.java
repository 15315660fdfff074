package dev.parley.processor;

import dev.parley.compiler.protocol.Guard;
import dev.parley.compiler.protocol.Marks;
import dev.parley.compiler.protocol.Phase;
import dev.parley.compiler.protocol.Timeout;
import java.util.Optional;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/** Reads what steps and blocks are marked with. */
final class MarksReader {

    private MarksReader() {}

    static Marks read(Element step) {
        return new Marks(
                phase(step),
                Annotated.find(step, AnnotationNames.GUARD).map(MarksReader::guard),
                Annotated.find(step, AnnotationNames.TIMEOUT)
                        .map(timeout -> new Timeout(timeout.text("value"), timeout.origin("value"))),
                Annotated.find(step, AnnotationNames.QUORUM).map(Annotated::origin));
    }

    /** Returns the stage of the work that a step or block belongs to. */
    static Optional<Phase> phase(Element element) {
        return Annotated.find(element, AnnotationNames.PHASE)
                .map(phase -> new Phase(phase.text("value"), phase.origin("value")));
    }

    private static Guard guard(Annotated guard) {
        return new Guard(
                guard.text("capability"),
                cost(guard),
                guard.text("journal"),
                guard.origin(),
                guard.origin("capability"),
                guard.origin("flowCost"),
                guard.origin("journal"));
    }

    private static long cost(Annotated guard) {
        return guard.value("flowCost")
                .map(AnnotationValue::getValue)
                .filter(Long.class::isInstance)
                .map(Long.class::cast)
                .orElse(0L);
    }
}
