package dev.parley.processor;

import static dev.parley.compiler.diagnostic.DiagnosticId.INCLUDE_PROTOCOL;
import static dev.parley.compiler.diagnostic.DiagnosticId.PARAMETER_NAMES;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.Origin;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Step.MessageStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/**
 * The other protocols that a protocol names, and those that they name in turn. What keeps one from being read is told where the
 * protocol itself leads to it.
 */
final class Others {

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
        this.findings = findings;
        known.add(protocol.getQualifiedName().toString());
    }

    /** Takes note of a protocol that is named somewhere. */
    void add(TypeElement protocol, Origin origin) {
        if (known.add(protocol.getQualifiedName().toString())) {
            pending.add(new Named(protocol, place.of(origin)));
        }
    }

    /** Reads them all, as far as they can be. */
    List<ProtocolDeclaration> read() {
        List<ProtocolDeclaration> read = new ArrayList<>();
        while (!pending.isEmpty()) {
            Named next = pending.remove();
            place = origin -> next.place;
            elements.add(next.protocol);
            Findings own = new Findings();
            ProtocolDeclaration declaration = SourceReader.read(next.protocol, own, this);
            if (own.typesMissing()) {
                findings.missingReference();
            } else if (!own.whole()) {
                findings.reportGap(broken(next, own.diagnostics().get(0)));
            } else {
                read.add(declaration);
                checkParameterNames(declaration, next.place);
            }
        }
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

    /** Class files that do not tell the names of parameters have compilers number them. */
    private void checkParameterNames(ProtocolDeclaration declaration, Origin place) {
        boolean nameless = Stream.concat(Stream.of(declaration.main()), declaration.blocks().stream())
                .flatMap(block -> block.steps().stream())
                .filter(MessageStep.class::isInstance)
                .map(step -> ((MessageStep) step).parameterNames())
                .anyMatch(names -> !names.isEmpty()
                        && IntStream.range(0, names.size())
                                .allMatch(i -> names.get(i).equals("arg" + i)));
        if (nameless) {
            findings.report(Diagnostic.of(
                            PARAMETER_NAMES,
                            place,
                            "the class file of " + declaration.name() + " does not tell the names of its parameters")
                    .hint("compile the protocol with the option -parameters"
                            + " (maven-compiler-plugin: <parameters>true</parameters>)"));
        }
    }
}
