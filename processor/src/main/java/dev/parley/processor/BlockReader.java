package dev.parley.processor;

import static dev.parley.compiler.diagnostic.DiagnosticId.PROTOCOL_MEMBER;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.BlockForm;
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

    BlockReader(NestedTypes nested, Others others, Findings findings) {
        this.nested = nested;
        this.references = new ReferenceReader(nested, findings);
        this.steps = new StepReader(nested, references, others, findings);
        this.findings = findings;
    }

    BlockDeclaration read(TypeElement block) {
        if (!block.equals(nested.protocol())) {
            checkShape(block);
        }
        List<Step> read = new ArrayList<>();
        for (ExecutableElement method : ElementFilter.methodsIn(block.getEnclosedElements())) {
            steps.read(method).ifPresent(read::add);
        }
        return new BlockDeclaration(
                block.getSimpleName().toString(),
                form(block),
                Annotated.find(block, AnnotationNames.ADMITS).flatMap(admits -> references.role(admits, "value")),
                MarksReader.phase(block),
                read,
                ElementOrigin.of(block));
    }

    private BlockForm form(TypeElement block) {
        Optional<Annotated> parallel = Annotated.find(block, AnnotationNames.PARALLEL);
        Optional<Annotated> forEach = Annotated.find(block, AnnotationNames.FOR_EACH);
        Optional<Reference> choiceAt =
                Annotated.find(block, AnnotationNames.CHOICE).flatMap(choice -> references.role(choice, "at"));
        if (parallel.isPresent() && (forEach.isPresent() || choiceAt.isPresent())) {
            findings.report(
                    problem(block, "is parallel and " + (forEach.isPresent() ? "for each" : "a choice") + " at once")
                            .hint("let a branch go on with a block of its own, and say there what that one is"));
        }
        if (parallel.isPresent()) {
            return new BlockForm.Parallel(parallel.get().origin());
        }
        Optional<Reference> family = forEach.flatMap(each -> references.role(each, "value"));
        return family.<BlockForm>map(each ->
                        new BlockForm.ForEach(each, choiceAt, forEach.get().origin()))
                .or(() -> choiceAt.map(BlockForm.Choice::new))
                .orElseGet(BlockForm.Sequence::new);
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
