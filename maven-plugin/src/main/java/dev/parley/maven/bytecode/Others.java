package dev.parley.maven.bytecode;

import static dev.parley.compiler.diagnostic.DiagnosticId.INCLUDE_PROTOCOL;
import static dev.parley.compiler.diagnostic.DiagnosticId.PARAMETER_NAMES;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.Origin;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The other protocols that a protocol names, and those that they name in turn. What keeps one from being read is told where the
 * protocol itself leads to it.
 */
final class Others {

    private final ClassPath classPath;
    private final Findings findings;
    private final Set<String> known = new HashSet<>();
    private final Deque<Named> pending = new ArrayDeque<>();

    /** The place in the protocol itself that leads to what is being read; null while that is the protocol itself. */
    private @Nullable Origin place;

    private record Named(ClassFile protocol, Origin place) {}

    Others(ClassFile protocol, ClassPath classPath, Findings findings) {
        this.classPath = classPath;
        this.findings = findings;
        known.add(protocol.node().name);
    }

    /** Takes note of a type that is named somewhere, if it is a protocol. */
    void add(String internalName, Origin origin) {
        if (known.add(internalName)) {
            Optional<ClassFile> named = classPath.find(internalName).filter(ProtocolReader::isProtocol);
            named.ifPresent(protocol -> pending.add(new Named(protocol, place == null ? origin : place)));
        }
    }

    /** Returns whether a type is annotated as a role. */
    boolean isRole(String internalName) {
        return classPath
                .find(internalName)
                .filter(type -> ProtocolReader.isAnnotated(type, Annotation.ROLE))
                .isPresent();
    }

    /** Reads them all, as far as they can be. */
    List<ProtocolDeclaration> read() {
        List<ProtocolDeclaration> read = new ArrayList<>();
        while (!pending.isEmpty()) {
            Named next = pending.remove();
            place = next.place;
            ProtocolReader reader = new ProtocolReader(next.protocol, classPath, this);
            Optional<ProtocolDeclaration> declaration = reader.readAlone();
            declaration.ifPresentOrElse(read::add, () -> findings.reportGap(broken(next, reader)));
            reader.problems().stream()
                    .filter(problem -> problem.id() == PARAMETER_NAMES)
                    .forEach(problem -> findings.report(Diagnostic.of(PARAMETER_NAMES, next.place, problem.problem())
                            .hint("compile it with the option -parameters"
                                    + " (maven-compiler-plugin: <parameters>true</parameters>)")));
        }
        read.sort(Comparator.comparing(ProtocolDeclaration::qualifiedName));
        return read;
    }

    private static Diagnostic broken(Named named, ProtocolReader reader) {
        Diagnostic first = reader.problems().get(0);
        return Diagnostic.of(
                        INCLUDE_PROTOCOL,
                        named.place,
                        reader.simpleName() + " cannot be used here, as it has errors of its own")
                .because(List.of(first.problem(), "the place: " + first.origin().description()));
    }
}
