package dev.parley.processor;

import static dev.parley.compiler.diagnostic.DiagnosticId.MESSAGE_LABEL;
import static dev.parley.compiler.diagnostic.DiagnosticId.NAME_CLASH;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.Result;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.processor.codegen.EndpointWriter;
import dev.parley.processor.codegen.GeneratedNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** What a compilation gets from its protocols: their endpoints or, where one is broken, something in their place. */
final class Output {

    private final EndpointWriter endpoints;
    private final Skeletons skeletons;

    /** The qualified names of the types compiled from source: class files may be left over from an earlier compilation. */
    private final Set<String> taken = new HashSet<>();

    Output(ProcessingEnvironment environment) {
        this.endpoints = new EndpointWriter(environment.getFiler(), environment.getElementUtils());
        this.skeletons = new Skeletons(environment.getFiler());
    }

    /** Takes note of the sources that a round has come with. */
    void addSources(RoundEnvironment round) {
        for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
            taken.add(type.getQualifiedName().toString());
        }
    }

    /** Returns an error for each type that would be generated for a protocol and exists already. */
    List<Diagnostic> clashes(ProtocolDeclaration declaration) {
        List<Diagnostic> found = new ArrayList<>();
        for (String name : qualifiedNames(declaration)) {
            if (taken.contains(name)) {
                found.add(Diagnostic.of(
                                NAME_CLASH,
                                declaration.origin(),
                                "the class " + name + " is generated for " + declaration.name()
                                        + ", and there is a type of that name already")
                        .hint("rename the type, the role or the protocol"));
            }
        }
        return found;
    }

    private static List<String> qualifiedNames(ProtocolDeclaration declaration) {
        String prefix = declaration.packageName().isEmpty() ? "" : declaration.packageName() + ".";
        return GeneratedNames.types(declaration).stream().map(prefix::concat).toList();
    }

    /**
     * Writes the endpoints of a protocol. Where it has errors, they are written too if they can be, because code that uses
     * them then has no errors of its own.
     *
     * @param compiled the protocol, with all that was found in it
     */
    void write(Result<CompiledProtocol> compiled, ProtocolDeclaration declaration, TypeElement protocol)
            throws IOException {
        if (!compiled.hasErrors()) {
            endpoints.write(compiled.value().orElseThrow(), protocol);
        } else if (!canBeNamed(compiled) || !tryWrite(compiled.value().orElseThrow(), protocol)) {
            skeletons.write(declaration, taken, protocol);
        }
        taken.addAll(qualifiedNames(declaration));
    }

    private static boolean canBeNamed(Result<CompiledProtocol> compiled) {
        return compiled.value()
                        .filter(protocol -> !protocol.machines().isEmpty())
                        .isPresent()
                && compiled.diagnostics().stream()
                        .noneMatch(found -> found.id() == NAME_CLASH || found.id() == MESSAGE_LABEL);
    }

    /** The machines of a protocol with errors keep no promise to the generator; what is wrong has been reported. */
    private boolean tryWrite(CompiledProtocol compiled, TypeElement protocol) throws IOException {
        try {
            endpoints.write(compiled, protocol);
            return true;
        } catch (RuntimeException impossible) {
            return false;
        }
    }
}
