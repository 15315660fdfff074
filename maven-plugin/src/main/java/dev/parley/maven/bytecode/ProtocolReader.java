package dev.parley.maven.bytecode;

import static dev.parley.compiler.diagnostic.DiagnosticId.PARAMETER_NAMES;
import static dev.parley.compiler.diagnostic.DiagnosticId.PROTOCOL_SHAPE;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.Result;
import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.EdgeDeclaration;
import dev.parley.compiler.protocol.EdgeDeclaration.Mode;
import dev.parley.compiler.protocol.EdgeDeclaration.WhenFull;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.RoleDeclaration;
import dev.parley.maven.bytecode.NestedClasses.Nested;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.InnerClassNode;

/**
 * Reads a protocol from its class files. It reports what only they show; what can be said of any declaration is left to
 * the compiler's checks.
 */
final class ProtocolReader {

    private final ClassFile protocol;
    private final TypeNames names;
    private final TypeNames.Name name;
    private final String home;
    private final ClassOrigin origin;
    private final Findings findings = new Findings();
    private final Others others;

    /**
     * Creates a reader.
     *
     * @param protocol the protocol's class file
     * @param classPath where types that it mentions are looked up
     */
    ProtocolReader(ClassFile protocol, ClassPath classPath) {
        this.protocol = protocol;
        names = new TypeNames(classPath);
        names.learn(protocol);
        name = names.of(protocol.node().name);
        home = name.packageName();
        others = new Others(protocol, name, classPath, findings);
        origin = ClassOrigin.of(protocol, name.toString());
    }

    /**
     * Creates a reader of a protocol that another one names.
     *
     * @param home the package from where payload types are to be seen; empty for the protocol's own
     * @param named takes the protocols that this one names in turn
     */
    ProtocolReader(ClassFile protocol, Optional<String> home, ClassPath classPath, Others named) {
        this.protocol = protocol;
        names = new TypeNames(classPath);
        names.learn(protocol);
        name = names.of(protocol.node().name);
        this.home = home.orElse(name.packageName());
        others = named;
        origin = ClassOrigin.of(protocol, name.toString());
    }

    /** Returns whether a type is annotated as a protocol. */
    static boolean isProtocol(ClassFile type) {
        return isAnnotated(type, Annotation.PROTOCOL);
    }

    /** Returns whether a type has the annotation of a descriptor. */
    static boolean isAnnotated(ClassFile type, String descriptor) {
        List<AnnotationNode> annotations = type.node().invisibleAnnotations;
        return annotations != null && annotations.stream().anyMatch(each -> each.desc.equals(descriptor));
    }

    String qualifiedName() {
        return name.toString();
    }

    /** Returns the declaration, unless what is wrong leaves open what the protocol says. */
    Result<ProtocolDeclaration> read() {
        Optional<ProtocolDeclaration> declaration = readAlone();
        if (declaration.isEmpty()) {
            return Result.none(findings.diagnostics());
        }
        List<ProtocolDeclaration> named = others.read(declaration.get());
        return findings.whole()
                ? Result.of(declaration.get().withOthers(named), findings.diagnostics())
                : Result.none(findings.diagnostics());
    }

    /** Returns the declaration without those of the protocols that it names, unless it is not whole. */
    Optional<ProtocolDeclaration> readAlone() {
        checkShape();
        if (!protocol.isInterface()) {
            // The members of a class or record would each be an error, and none of them would be the one to mend.
            return Optional.empty();
        }
        ProtocolDeclaration declaration = declaration();
        return findings.whole() ? Optional.of(declaration) : Optional.empty();
    }

    /** Returns what was found wrong so far. */
    List<Diagnostic> problems() {
        return findings.diagnostics();
    }

    String simpleName() {
        return name.simple();
    }

    private void checkShape() {
        if (!protocol.isInterface()) {
            findings.reportGap(problem("is " + protocol.kind() + ", and a protocol is an interface")
                    .hint("declare it as an interface"));
            return;
        }
        if (protocol.isGeneric()) {
            findings.report(problem("has type parameters, and a protocol has none")
                    .hint("name the types of the payload themselves"));
        }
        if (!protocol.node().interfaces.isEmpty()) {
            findings.reportGap(problem("extends "
                            + names.of(protocol.node().interfaces.get(0)) + ", and a protocol stands for itself")
                    .hint("declare the roles, blocks and steps in the protocol itself"));
        }
        if (protocol.node().permittedSubclasses != null) {
            findings.report(problem("is sealed, and nothing ever implements a protocol")
                    .hint("remove the modifier sealed and the types it permits"));
        }
        if (names.isLocal(protocol.node().name)) {
            findings.report(problem("is declared inside a method, and the code generated for it stands outside")
                    .hint("declare it at the top level of a file"));
        }
        checkVisible();
    }

    private void checkVisible() {
        String each = protocol.node().name;
        for (Optional<InnerClassNode> type = names.enclosed(each); type.isPresent(); type = names.enclosed(each)) {
            if ((type.get().access & Opcodes.ACC_PRIVATE) != 0) {
                String where = each.equals(protocol.node().name)
                        ? "is private"
                        : "is nested in " + type.get().innerName + ", which is private";
                findings.report(problem(where + ", and the code generated for it stands outside")
                        .hint("let the package see " + type.get().innerName + ": remove the modifier private"));
            }
            each = type.get().outerName;
        }
    }

    private Diagnostic problem(String what) {
        return Diagnostic.of(PROTOCOL_SHAPE, origin, name.simple() + " " + what);
    }

    private ProtocolDeclaration declaration() {
        NestedClasses nested = new NestedClasses(protocol, names, findings);
        References references = new References(protocol.node().name, nested, names, findings);
        StepReader steps = new StepReader(references, names, home, others, findings);
        BlockReader blocks = new BlockReader(references, names, steps, name.simple(), findings);
        List<RoleDeclaration> roles = sorted(nested.roles().values())
                .map(role -> new RoleReader(name, names, findings).read(role))
                .toList();
        BlockDeclaration main = blocks.readMain(protocol, name.simple(), origin);
        List<BlockDeclaration> others =
                sorted(nested.blocks().values()).map(blocks::read).toList();
        reportMissingNames(steps);
        return new ProtocolDeclaration(
                name.packageName(), name.simpleNames(), roles, main, others, edges(references), origin);
    }

    private static Stream<Nested> sorted(Collection<Nested> types) {
        return types.stream().sorted(Comparator.comparing(type -> type.name().simple()));
    }

    private void reportMissingNames(StepReader steps) {
        steps.firstUnnamed()
                .ifPresent(method -> findings.report(Diagnostic.of(
                                PARAMETER_NAMES,
                                method,
                                "the class file of " + name.simple() + " does not tell the names of its parameters")
                        .hint("compile the protocol with the option -parameters"
                                + " (maven-compiler-plugin: <parameters>true</parameters>)")));
    }

    private List<EdgeDeclaration> edges(References references) {
        List<Annotation> annotations = new ArrayList<>();
        List<AnnotationNode> found = protocol.node().invisibleAnnotations;
        Annotation.find(found, Annotation.EDGE, origin).ifPresent(annotations::add);
        Annotation.find(found, Annotation.EDGES, origin).stream()
                .flatMap(list -> list.values("value").stream())
                .map(edge -> new Annotation((AnnotationNode) edge, origin.annotation("Edge")))
                .forEach(annotations::add);
        return annotations.stream()
                .map(edge -> edge(edge, references))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<EdgeDeclaration> edge(Annotation edge, References references) {
        return references
                .role(edge, "from")
                .flatMap(from -> references
                        .role(edge, "to")
                        .map(to -> new EdgeDeclaration(
                                from,
                                to,
                                edge.number("capacity"),
                                edge.constant("mode").map(Mode::valueOf).orElse(Mode.FIFO),
                                edge.constant("whenFull").map(WhenFull::valueOf).orElse(WhenFull.BLOCK),
                                edge.number("maxCapacity"),
                                edge.origin(),
                                edge.origin(),
                                edge.origin())));
    }
}
