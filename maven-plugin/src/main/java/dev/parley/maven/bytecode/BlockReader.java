package dev.parley.maven.bytecode;

import static dev.parley.compiler.diagnostic.DiagnosticId.PROTOCOL_MEMBER;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.Reference;
import dev.parley.compiler.protocol.Step;
import dev.parley.maven.bytecode.NestedClasses.Nested;
import java.util.List;
import java.util.Optional;
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
        Optional<Reference> choiceAt = Annotation.find(block.node().invisibleAnnotations, Annotation.CHOICE, origin)
                .flatMap(choice -> references.role(choice, "at"));
        List<Step> read = block.node().methods.stream()
                .filter(BlockReader::isWritten)
                .map(method -> steps.read(method, origin.method(method)))
                .flatMap(Optional::stream)
                .toList();
        return new BlockDeclaration(name, choiceAt, read, origin);
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
