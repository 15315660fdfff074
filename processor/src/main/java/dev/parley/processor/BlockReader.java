package dev.parley.processor;

import static dev.parley.compiler.diagnostic.DiagnosticId.PROTOCOL_MEMBER;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.Reference;
import dev.parley.compiler.protocol.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads a block: its methods, in the order of the text, which all compilers keep. */
final class BlockReader {

    private final NestedTypes nested;
    private final ReferenceReader references;
    private final StepReader steps;
    private final Findings findings;

    BlockReader(NestedTypes nested, Findings findings) {
        this.nested = nested;
        this.references = new ReferenceReader(nested, findings);
        this.steps = new StepReader(nested, references, findings);
        this.findings = findings;
    }

    BlockDeclaration read(TypeElement block) {
        if (!block.equals(nested.protocol())) {
            checkShape(block);
        }
        Optional<Reference> choiceAt =
                Annotated.find(block, AnnotationNames.CHOICE).flatMap(choice -> references.role(choice, "at"));
        List<Step> read = new ArrayList<>();
        for (ExecutableElement method : ElementFilter.methodsIn(block.getEnclosedElements())) {
            steps.read(method).ifPresent(read::add);
        }
        return new BlockDeclaration(block.getSimpleName().toString(), choiceAt, read, ElementOrigin.of(block));
    }

    private void checkShape(TypeElement block) {
        if (!block.getTypeParameters().isEmpty()) {
            findings.report(problem(block, "has type parameters, and a block has none")
                    .hint("name the types of the payload themselves"));
        }
        if (!block.getInterfaces().isEmpty()) {
            findings.reportGap(
                    problem(block, "extends " + block.getInterfaces().get(0) + ", and a block stands for itself")
                            .hint("to run another block's steps, return it from a step"));
        }
        if (Annotated.isPresent(block, AnnotationNames.EDGE) || Annotated.isPresent(block, AnnotationNames.EDGES)) {
            findings.report(problem(block, "configures an edge, which belongs to the whole protocol")
                    .hint("move @Edge to " + nested.protocol().getSimpleName()));
        }
    }

    private static Diagnostic problem(TypeElement block, String what) {
        return Diagnostic.of(PROTOCOL_MEMBER, ElementOrigin.of(block), block.getSimpleName() + " " + what);
    }
}
