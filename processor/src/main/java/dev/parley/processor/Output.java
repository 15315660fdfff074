package dev.parley.processor;

import static dev.parley.compiler.diagnostic.DiagnosticId.NAME_CLASH;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.RoleName;
import dev.parley.processor.codegen.EndpointWriter;
import dev.parley.processor.codegen.GeneratedNames;
import dev.parley.processor.codegen.GenerationContext;
import dev.parley.processor.codegen.Limits;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** What a compilation gets from its protocols: their endpoints or, where one is broken, something in their place. */
final class Output {

    private final Elements elements;
    private final EndpointWriter endpoints;
    private final Skeletons skeletons;

    /** The qualified names of the types compiled from source: class files may be left over from an earlier compilation. */
    private final Set<String> taken = new HashSet<>();

    /** The qualified names of the protocols in the place of whose endpoints something else has been written. */
    private final Set<String> replaced = new HashSet<>();

    Output(ProcessingEnvironment environment) {
        this.elements = environment.getElementUtils();
        this.endpoints = new EndpointWriter(environment.getFiler());
        this.skeletons = new Skeletons(environment.getFiler());
    }

    /** Takes note of the sources that a round has come with. */
    void addSources(RoundEnvironment round) {
        for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
            taken.add(type.getQualifiedName().toString());
        }
    }

    /** Returns an error for each type that would be generated for a protocol and exists already. */
    List<Diagnostic> clashes(ProtocolDeclaration declaration, Optional<CompiledProtocol> compiled) {
        if (replaced.contains(declaration.qualifiedName())) {
            return List.of();
        }
        return compiled.map(Output::qualifiedNames)
                .orElseGet(() -> qualifiedNames(declaration))
                .filter(taken::contains)
                .map(name -> Diagnostic.of(
                                NAME_CLASH,
                                declaration.origin(),
                                "the class " + name + " is generated for " + declaration.name()
                                        + ", and there is a type of that name already")
                        .hint("rename the type, the role or the protocol"))
                .toList();
    }

    private static Stream<String> qualifiedNames(ProtocolDeclaration declaration) {
        return GeneratedNames.types(declaration).stream().map(prefix(declaration)::concat);
    }

    private static Stream<String> qualifiedNames(CompiledProtocol compiled) {
        return GeneratedNames.types(compiled).stream().map(prefix(compiled.declaration())::concat);
    }

    private static String prefix(ProtocolDeclaration declaration) {
        return declaration.packageName().isEmpty() ? "" : declaration.packageName() + ".";
    }

    /**
     * Writes the endpoints of a protocol.
     *
     * @param others the other protocols that it names
     */
    void write(CompiledProtocol compiled, TypeElement protocol, List<TypeElement> others) throws IOException {
        TypeElement[] origins =
                Stream.concat(Stream.of(protocol), others.stream()).toArray(TypeElement[]::new);
        endpoints.write(compiled, GenerationContext.of(protocol, elements), origins);
        takeNames(compiled.declaration());
    }

    /**
     * Writes what stands in for the endpoints of a protocol with errors: endpoints too, as far as they can be generated,
     * because code that uses them then has no errors of its own.
     *
     * @param compiled the protocol, if it could be compiled in spite of its errors
     */
    void writeInstead(Optional<CompiledProtocol> compiled, ProtocolDeclaration declaration, TypeElement protocol)
            throws IOException {
        Optional<CompiledProtocol> usable = compiled.map(Output::withoutIdleRoles)
                .filter(some -> !some.machines().isEmpty())
                .filter(this::canBeNamed);
        if (usable.isPresent()) {
            tryWrite(usable.get(), protocol);
        }
        skeletons.write(declaration, taken, protocol);
        takeNames(declaration);
        replaced.add(declaration.qualifiedName());
    }

    private void takeNames(ProtocolDeclaration declaration) {
        qualifiedNames(declaration).forEach(taken::add);
    }

    /** Returns whether all names are free and differ, on file systems that know no case too. */
    private boolean canBeNamed(CompiledProtocol compiled) {
        Set<String> names = new HashSet<>();
        return qualifiedNames(compiled)
                .allMatch(name -> !taken.contains(name) && names.add(name.toLowerCase(Locale.ROOT)));
    }

    /** The generator knows no role that does nothing. */
    private static CompiledProtocol withoutIdleRoles(CompiledProtocol compiled) {
        ProtocolDeclaration declared = compiled.declaration();
        List<StateMachine> active = compiled.machines().stream()
                .filter(machine -> !machine.initial().isFinal())
                .toList();
        Set<RoleName> names = active.stream().map(StateMachine::role).collect(Collectors.toSet());
        ProtocolDeclaration declaration = new ProtocolDeclaration(
                declared.packageName(),
                declared.simpleNames(),
                declared.roles().stream()
                        .filter(role -> names.contains(role.name()))
                        .toList(),
                declared.main(),
                declared.blocks(),
                declared.edges(),
                declared.origin());
        return new CompiledProtocol(declaration, compiled.global(), active, compiled.edges(), compiled.intakes());
    }

    /** The machines of a protocol with errors keep no promise to the generator, and what is wrong is being reported. */
    private void tryWrite(CompiledProtocol compiled, TypeElement protocol) throws IOException {
        try {
            if (Limits.check(compiled).isEmpty()) {
                endpoints.write(
                        compiled, GenerationContext.of(protocol, elements).ofBrokenProtocol(), protocol);
                takeNames(compiled.declaration());
            }
        } catch (RuntimeException impossible) {
            return;
        }
    }
}
