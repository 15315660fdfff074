package dev.parley.maven.bytecode;

import static dev.parley.compiler.diagnostic.DiagnosticId.INCLUDE_PROTOCOL;
import static dev.parley.compiler.diagnostic.DiagnosticId.PARAMETER_NAMES;
import static dev.parley.compiler.diagnostic.DiagnosticId.PAYLOAD_TYPE;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.Origin;
import dev.parley.compiler.include.Included;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The other protocols that a protocol names, and those that they name in turn. What keeps one from being read is told where the
 * protocol itself leads to it.
 */
final class Others {

    private final TypeNames.Name protocol;
    private final ClassPath classPath;
    private final Findings findings;
    private final Set<String> known = new HashSet<>();
    private final Deque<Named> pending = new ArrayDeque<>();

    /** The place in the protocol itself that leads to what is being read; null while that is the protocol itself. */
    private @Nullable Origin place;

    private record Named(ClassFile protocol, Origin place) {}

    Others(ClassFile protocol, TypeNames.Name name, ClassPath classPath, Findings findings) {
        this.protocol = name;
        this.classPath = classPath;
        this.findings = findings;
        known.add(protocol.node().name);
    }

    /** Takes note of a type that is named somewhere, if it is a protocol. */
    void add(String internalName, Origin origin) {
        if (known.add(internalName)) {
            Optional<ClassFile> named = classPath.find(internalName).filter(ProtocolReader::isProtocol);
            named.ifPresent(other -> pending.add(new Named(other, place == null ? origin : place)));
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
    List<ProtocolDeclaration> read(ProtocolDeclaration declaration) {
        List<ProtocolDeclaration> read = new ArrayList<>();
        Map<String, Named> origins = new HashMap<>();
        while (!pending.isEmpty()) {
            Named next = pending.remove();
            place = next.place;
            ProtocolReader reader = new ProtocolReader(next.protocol, Optional.empty(), classPath, this);
            reader.readAlone().ifPresentOrElse(read::add, () -> findings.reportGap(broken(next, reader)));
            origins.put(reader.qualifiedName(), next);
        }
        Set<String> included = Included.by(declaration, read);
        read.stream()
                .map(ProtocolDeclaration::qualifiedName)
                .filter(included::contains)
                .forEach(other -> checkIncluded(Objects.requireNonNull(origins.get(other))));
        read.sort(Comparator.comparing(ProtocolDeclaration::qualifiedName));
        return read;
    }

    /**
     * What is included is generated together with the protocol: from its package, all payloads have to be seen, and their names
     * become those of methods.
     */
    private void checkIncluded(Named named) {
        ProtocolReader reader =
                new ProtocolReader(named.protocol, Optional.of(protocol.packageName()), classPath, this);
        reader.readAlone();
        for (Diagnostic found : reader.problems()) {
            if (found.id() == PAYLOAD_TYPE) {
                findings.reportGap(Diagnostic.of(
                                PAYLOAD_TYPE,
                                named.place,
                                "in the included " + reader.simpleName() + ", " + found.problem())
                        .because(List.of("the place: " + found.origin().description()))
                        .hint("make the type public, or have " + protocol.simple() + " in the package of "
                                + reader.simpleName()));
            } else if (found.id() == PARAMETER_NAMES) {
                findings.report(Diagnostic.of(PARAMETER_NAMES, named.place, found.problem())
                        .hint("compile " + reader.simpleName() + " with the option -parameters"
                                + " (maven-compiler-plugin: <parameters>true</parameters>)"));
            }
        }
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
