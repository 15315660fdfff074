package dev.parley.maven.bytecode;

import static dev.parley.compiler.diagnostic.DiagnosticId.PROTOCOL_MEMBER;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.BlockForm;
import dev.parley.compiler.protocol.Reference;
import dev.parley.compiler.protocol.Step;
import dev.parley.maven.bytecode.NestedClasses.Nested;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.MethodNode;

/** Reads a block: its methods, in the order of the class file, which is that of the text. */
final class BlockReader {

    private final References references;
    private final TypeNames names;
    private final StepReader steps;
    private final String protocol;
    private final Findings findings;

    BlockReader(References references, TypeNames names, StepReader steps, String protocol, Findings findings) {
        this.references = references;
        this.names = names;
        this.steps = steps;
        this.protocol = protocol;
        this.findings = findings;
    }

    /** Reads a nested block. */
    BlockDeclaration read(Nested block) {
        checkShape(block);
        return readMain(block.file(), block.name().simple(), block.origin());
    }

    /** Reads the steps of the protocol itself, or of whatever else is known to be a block. */
    BlockDeclaration readMain(ClassFile block, String name, ClassOrigin origin) {
        List<Step> read = block.node().methods.stream()
                .filter(BlockReader::isWritten)
                .map(method -> steps.read(method, origin.method(method)))
                .flatMap(Optional::stream)
                .toList();
        List<AnnotationNode> annotations = block.node().invisibleAnnotations;
        return new BlockDeclaration(
                name,
                form(annotations, name, origin),
                Annotation.find(annotations, Annotation.ADMITS, origin)
                        .flatMap(admits -> references.role(admits, "value")),
                MarksReader.phase(annotations, origin),
                read,
                origin);
    }

    private BlockForm form(@Nullable List<AnnotationNode> annotations, String name, ClassOrigin origin) {
        Optional<Annotation> parallel = Annotation.find(annotations, Annotation.PARALLEL, origin);
        Optional<Annotation> forEach = Annotation.find(annotations, Annotation.FOR_EACH, origin);
        Optional<Reference> choiceAt = Annotation.find(annotations, Annotation.CHOICE, origin)
                .flatMap(choice -> references.role(choice, "at"));
        if (parallel.isPresent() && (forEach.isPresent() || choiceAt.isPresent())) {
            findings.report(Diagnostic.of(
                            PROTOCOL_MEMBER,
                            origin,
                            name + " is parallel and " + (forEach.isPresent() ? "for each" : "a choice") + " at once")
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

    /** Compilers add methods for initializers and lambdas. */
    private static boolean isWritten(MethodNode method) {
        return (method.access & Opcodes.ACC_SYNTHETIC) == 0 && !method.name.startsWith("<");
    }

    private void checkShape(Nested block) {
        if (block.file().isGeneric()) {
            findings.report(problem(block, "has type parameters, and a block has none")
                    .hint("name the types of the payload themselves"));
        }
        List<String> supertypes = block.file().node().interfaces;
        if (!supertypes.isEmpty()) {
            findings.reportGap(
                    problem(block, "extends " + names.of(supertypes.get(0)) + ", and a block stands for itself")
                            .hint("to run another block's steps, return it from a step"));
        }
        List<AnnotationNode> annotations = block.file().node().invisibleAnnotations;
        if (Annotation.find(annotations, Annotation.EDGE, block.origin()).isPresent()
                || Annotation.find(annotations, Annotation.EDGES, block.origin())
                        .isPresent()) {
            findings.report(problem(block, "configures an edge, which belongs to the whole protocol")
                    .hint("move @Edge to " + protocol));
        }
    }

    private static Diagnostic problem(Nested block, String what) {
        return Diagnostic.of(PROTOCOL_MEMBER, block.origin(), block.name().simple() + " " + what);
    }
}
