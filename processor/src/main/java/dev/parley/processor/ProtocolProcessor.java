package dev.parley.processor;

import com.google.auto.service.AutoService;
import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.ProtocolCompiler;
import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.diagnostic.Result;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.processor.codegen.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;

/**
 * Compiles every protocol of a compilation.
 *
 * <p>Each file is generated from one protocol and those that it includes or whose seats it hands over, which are its originating
 * elements: build tools may process changed protocols alone. A protocol that mentions types which do not exist waits for other processors to generate
 * them; in the last round it is read in any case, so that its other errors are reported beside the compiler's own.
 */
@AutoService(Processor.class)
@SupportedAnnotationTypes({
    AnnotationNames.PROTOCOL,
    AnnotationNames.ROLE,
    AnnotationNames.MESSAGE,
    AnnotationNames.CHOICE,
    AnnotationNames.INCLUDE,
    AnnotationNames.EDGE,
    AnnotationNames.EDGES
})
@SupportedOptions(ProtocolProcessor.GENERATE)
public final class ProtocolProcessor extends AbstractProcessor {

    /** The option that, where it is {@code none}, has protocols checked only: for jars from which others generate what they need. */
    static final String GENERATE = "parley.generate";

    private static final String NOTHING = "none";

    /** What is wrong with one element, however the rest of the protocol reads. */
    private static final Set<DiagnosticId> LOCAL = EnumSet.of(
            DiagnosticId.ROLE_UNDECLARED,
            DiagnosticId.MESSAGE_RECEIVERS,
            DiagnosticId.MESSAGE_SELF,
            DiagnosticId.MESSAGE_LABEL,
            DiagnosticId.INCLUDE_ROLES,
            DiagnosticId.EDGE_CAPACITY,
            DiagnosticId.NAME_CLASH);

    /** The names of protocols read in vain so far: elements do not outlive their round. */
    private final Set<String> waiting = new LinkedHashSet<>();

    private Output output;
    private boolean generates;

    /** Creates the processor; called by the Java compiler. */
    public ProtocolProcessor() {}

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        output = new Output(environment);
        String generate = environment.getOptions().get(GENERATE);
        generates = generate == null;
        if (!generates && !NOTHING.equals(generate)) {
            environment
                    .getMessager()
                    .printMessage(
                            Kind.ERROR,
                            "the option -A" + GENERATE + "=" + generate + " is unknown: leave it out, or say -A"
                                    + GENERATE + "=" + NOTHING + " to have protocols checked and nothing generated");
        }
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    /** Claims no annotation: other processors may read protocols too. */
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Reporter reporter = new Reporter(processingEnv.getMessager());
        output.addSources(round);
        Strays.find(round, processingEnv.getElementUtils()).forEach(reporter::report);
        for (TypeElement protocol : protocols(round)) {
            try {
                process(protocol, round.processingOver(), reporter);
            } catch (IOException failure) {
                reporter.reportUnwritable(protocol, failure);
            } catch (RuntimeException | StackOverflowError bug) {
                reporter.reportBug(protocol, bug);
            }
        }
        return false;
    }

    private List<TypeElement> protocols(RoundEnvironment round) {
        List<TypeElement> protocols = new ArrayList<>();
        for (String name : waiting) {
            protocols.add(processingEnv.getElementUtils().getTypeElement(name));
        }
        waiting.clear();
        TypeElement annotation = processingEnv.getElementUtils().getTypeElement(AnnotationNames.PROTOCOL);
        if (annotation != null) {
            for (Element element : round.getElementsAnnotatedWith(annotation)) {
                protocols.add((TypeElement) element);
            }
        }
        return protocols;
    }

    private void process(TypeElement protocol, boolean lastRound, Reporter reporter) throws IOException {
        Reading reading = SourceReader.read(protocol);
        ProtocolDeclaration declaration = reading.declaration();
        boolean waits = reading.typesMissing() && !lastRound;
        if (waits) {
            waiting.add(protocol.getQualifiedName().toString());
            if (reading.whole()) {
                return; // else a role or block is missing, and whatever may be generated will be none
            }
        }
        Result<CompiledProtocol> compiled = ProtocolCompiler.compile(declaration);
        List<Diagnostic> found = waits ? List.of() : found(reading, compiled);
        found.forEach(reporter::report);
        if (lastRound || !generates) {
            return; // in the last round new code would come too late for the code that uses it
        }
        if (reading.whole() && found.stream().noneMatch(Diagnostic::isError)) {
            output.write(compiled.value().orElseThrow(), protocol, reading.others());
        } else {
            output.writeInstead(compiled.value(), declaration, protocol);
        }
    }

    /** Returns all that is wrong with a protocol. */
    private List<Diagnostic> found(Reading reading, Result<CompiledProtocol> compiled) {
        List<Diagnostic> found = new ArrayList<>(reading.diagnostics());
        compiled.diagnostics().stream()
                .filter(diagnostic -> reading.whole() || LOCAL.contains(diagnostic.id()))
                .forEach(found::add);
        found.addAll(output.clashes(reading.declaration(), compiled.value()));
        if (!compiled.hasErrors()) {
            found.addAll(Limits.check(compiled.value().orElseThrow()));
        }
        return found;
    }
}
