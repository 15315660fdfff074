package dev.parley.processor;

import static dev.parley.compiler.diagnostic.DiagnosticId.INCLUDE_PROTOCOL;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.Origin;
import dev.parley.compiler.include.Included;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Step.MessageStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * The other protocols that a protocol names, and those that they name in turn. What keeps one from being read is told where the
 * protocol itself leads to it.
 */
final class Others {

    private final TypeElement protocol;
    private final Findings findings;
    private final Set<String> known = new HashSet<>();
    private final Deque<Named> pending = new ArrayDeque<>();
    private final List<TypeElement> elements = new ArrayList<>();

    /** The place in the protocol itself that leads to what is being read; while that is the protocol itself, there is none. */
    private Place place = origin -> origin;

    @FunctionalInterface
    private interface Place {
        Origin of(Origin origin);
    }

    private record Named(TypeElement protocol, Origin place) {}

    Others(TypeElement protocol, Findings findings) {
        this.protocol = protocol;
        this.findings = findings;
        known.add(protocol.getQualifiedName().toString());
    }

    /** Takes note of a protocol that is named somewhere. */
    void add(TypeElement other, Origin origin) {
        if (known.add(other.getQualifiedName().toString())) {
            pending.add(new Named(other, place.of(origin)));
        }
    }

    /** Reads them all, as far as they can be. */
    List<ProtocolDeclaration> read(ProtocolDeclaration declaration) {
        List<ProtocolDeclaration> read = new ArrayList<>();
        Map<String, Named> origins = new HashMap<>();
        while (!pending.isEmpty()) {
            Named next = pending.remove();
            place = origin -> next.place;
            elements.add(next.protocol);
            Findings own = new Findings();
            ProtocolDeclaration other = SourceReader.read(next.protocol, own, this);
            origins.put(other.qualifiedName(), next);
            if (own.typesMissing()) {
                findings.missingReference();
            } else if (!own.whole()) {
                findings.reportGap(broken(next, own.diagnostics().get(0)));
            } else {
                read.add(other);
            }
        }
        Set<String> included = Included.by(declaration, read);
        read.removeIf(other -> included.contains(other.qualifiedName())
                && !canBeIncluded(other, Objects.requireNonNull(origins.get(other.qualifiedName()))));
        read.sort(Comparator.comparing(ProtocolDeclaration::qualifiedName));
        return read;
    }

    /** Returns the elements of those that were read. */
    List<TypeElement> elements() {
        return elements;
    }

    private static Diagnostic broken(Named named, Diagnostic first) {
        return Diagnostic.of(
                        INCLUDE_PROTOCOL,
                        named.place,
                        named.protocol.getSimpleName() + " cannot be used here, as it has errors of its own")
                .because(List.of(first.problem(), "the place: " + first.origin().description()));
    }

    /**
     * What is included is generated together with the protocol: from its package, all payloads have to be seen, and their names
     * become those of methods.
     */
    private boolean canBeIncluded(ProtocolDeclaration other, Named named) {
        Findings own = new Findings();
        PayloadReader payloads = new PayloadReader(protocol, this, own);
        Stream.concat(Stream.of(named.protocol), ElementFilter.typesIn(named.protocol.getEnclosedElements()).stream())
                .flatMap(block -> ElementFilter.methodsIn(block.getEnclosedElements()).stream())
                .filter(method -> Annotated.isPresent(method, AnnotationNames.MESSAGE))
                .forEach(payloads::read);
        own.diagnostics().stream()
                .map(found -> Diagnostic.of(
                                found.id(), named.place, "in the included " + other.name() + ", " + found.problem())
                        .because(List.of("the place: " + found.origin().description()))
                        .hint("make the type public, or have " + protocol.getSimpleName() + " in the package of "
                                + other.name()))
                .forEach(findings::reportGap);
        boolean nameless = isNameless(other);
        if (nameless) {
            findings.reportGap(Diagnostic.of(
                            INCLUDE_PROTOCOL,
                            named.place,
                            other.name() + " cannot be included, as its class file does not tell the names of its"
                                    + " parameters, which become names of methods")
                    .hint("compile " + other.name() + " with the option -parameters"
                            + " (maven-compiler-plugin: <parameters>true</parameters>)"));
        }
        return own.diagnostics().isEmpty() && !nameless;
    }

    /** Returns whether compilers had to number the parameters of messages, as class files need not tell their names. */
    private static boolean isNameless(ProtocolDeclaration declaration) {
        return Stream.concat(Stream.of(declaration.main()), declaration.blocks().stream())
                .flatMap(block -> block.steps().stream())
                .filter(MessageStep.class::isInstance)
                .map(step -> ((MessageStep) step).parameterNames())
                .anyMatch(names -> !names.isEmpty()
                        && IntStream.range(0, names.size())
                                .allMatch(i -> names.get(i).equals("arg" + i)));
    }
}
