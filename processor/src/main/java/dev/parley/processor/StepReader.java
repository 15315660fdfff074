package dev.parley.processor;

import static dev.parley.compiler.diagnostic.DiagnosticId.PROTOCOL_MEMBER;
import static dev.parley.compiler.diagnostic.DiagnosticId.STEP_RETURN;
import static dev.parley.compiler.diagnostic.DiagnosticId.STEP_SHAPE;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.diagnostic.Suggestions;
import dev.parley.compiler.protocol.Continuation;
import dev.parley.compiler.protocol.Label;
import dev.parley.compiler.protocol.Parameter;
import dev.parley.compiler.protocol.Reference;
import dev.parley.compiler.protocol.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads a method of a block: a message, or a step on to a block. */
final class StepReader {

    private static final List<Modifier> NOT_ABSTRACT = List.of(Modifier.DEFAULT, Modifier.STATIC, Modifier.PRIVATE);

    private final NestedTypes nested;
    private final ReferenceReader references;
    private final PayloadReader payload;
    private final IncludeReader includes;
    private final Findings findings;

    StepReader(NestedTypes nested, ReferenceReader references, Others others, Findings findings) {
        this.nested = nested;
        this.references = references;
        this.payload = new PayloadReader(nested.protocol(), others, findings);
        this.includes = new IncludeReader(references, others, findings);
        this.findings = findings;
    }

    /** Returns the step that a method declares; nothing where it declares none or says too little of it. */
    Optional<Step> read(ExecutableElement method) {
        checkShape(method);
        Optional<Annotated> message = Annotated.find(method, AnnotationNames.MESSAGE);
        Optional<Annotated> include = Annotated.find(method, AnnotationNames.INCLUDE);
        if (message.isPresent()) {
            if (include.isPresent()) {
                findings.report(problem(STEP_SHAPE, method, "is both a message and an inclusion of another protocol")
                        .hint("make two steps of it"));
            }
            return message(method, message.get());
        }
        if (!method.getModifiers().contains(Modifier.ABSTRACT)) {
            return Optional.empty();
        }
        if (include.isPresent()) {
            checkNoParameters(method);
            return includes.read(method, include.get(), next(method));
        }
        Optional<Annotated> crash = Annotated.find(method, AnnotationNames.ON_CRASH);
        return crash.isPresent() ? crash(method, crash.get()) : call(method);
    }

    private void checkShape(ExecutableElement method) {
        for (Modifier modifier : NOT_ABSTRACT) {
            if (method.getModifiers().contains(modifier)) {
                String kind = modifier.name().toLowerCase(Locale.ROOT);
                findings.report(problem(
                                PROTOCOL_MEMBER,
                                method,
                                "is a " + kind + " method, and the methods of a protocol are its steps")
                        .hint("move it out of the protocol, or make it a step without a body"));
            }
        }
        if (!method.getTypeParameters().isEmpty()) {
            findings.report(problem(PROTOCOL_MEMBER, method, "has type parameters, and a step has none")
                    .hint("name the types of the payload themselves"));
        }
        if (!method.getThrownTypes().isEmpty()) {
            findings.report(problem(
                            PROTOCOL_MEMBER,
                            method,
                            "throws " + method.getThrownTypes().get(0) + ", and a step throws nothing")
                    .hint("remove the throws clause; to tell of a failure, send a message"));
        }
    }

    private Optional<Step> message(ExecutableElement method, Annotated message) {
        Optional<Reference> from = references.role(message, "from");
        Optional<List<Reference>> to = references.roles(message, "to");
        List<Parameter> parameters = payload.read(method);
        Continuation next = next(method);
        return from.flatMap(sender -> to.map(receivers -> new Step.MessageStep(
                method.getSimpleName().toString(),
                label(method, message),
                sender,
                receivers,
                parameters,
                method.isVarArgs(),
                next,
                MarksReader.read(method),
                message.value("label").map(message::origin).orElseGet(() -> ElementOrigin.of(method)),
                ElementOrigin.of(method))));
    }

    private static Label label(ExecutableElement method, Annotated message) {
        String label = message.text("label");
        return new Label(label.isEmpty() ? method.getSimpleName().toString() : label);
    }

    private Optional<Step> crash(ExecutableElement method, Annotated crash) {
        checkNoParameters(method);
        Continuation next = next(method);
        return references
                .role(crash, "value")
                .map(role -> new Step.CrashStep(
                        method.getSimpleName().toString(),
                        role,
                        next,
                        MarksReader.read(method),
                        ElementOrigin.of(method)));
    }

    private void checkNoParameters(ExecutableElement method) {
        if (!method.getParameters().isEmpty()) {
            findings.report(problem(STEP_SHAPE, method, "has parameters, though it is no message that could carry them")
                    .hint("say who sends it to whom with @Message(from = …, to = …), or remove the parameters"));
        }
    }

    private Optional<Step> call(ExecutableElement method) {
        if (method.getReturnType().getKind() == TypeKind.VOID || isEnd(method.getReturnType())) {
            findings.reportGap(problem(STEP_SHAPE, method, "is neither a message nor a step on to a block")
                    .hint("say who sends it to whom with @Message(from = …, to = …), or return a block"));
            return Optional.empty();
        }
        checkNoParameters(method);
        return next(method) instanceof Continuation.Block block
                ? Optional.of(new Step.CallStep(
                        method.getSimpleName().toString(), block, MarksReader.read(method), ElementOrigin.of(method)))
                : Optional.empty();
    }

    /** Returns what follows a step. Where that cannot be told, {@code void} stands in and the declaration is not whole. */
    private Continuation next(ExecutableElement method) {
        TypeMirror type = method.getReturnType();
        if (type.getKind() == TypeKind.ERROR) {
            findings.missingReference();
        } else if (isEnd(type)) {
            return new Continuation.End();
        } else if (type instanceof DeclaredType declared && nested.isBlock(declared.asElement())) {
            return new Continuation.Block(new Reference(references.name(type), ElementOrigin.of(method)));
        } else if (type.getKind() != TypeKind.VOID) {
            findings.reportGap(wrongReturn(method, type));
        }
        return new Continuation.Next();
    }

    private static boolean isEnd(TypeMirror type) {
        return type instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element
                && element.getQualifiedName().contentEquals(AnnotationNames.END);
    }

    private Diagnostic wrongReturn(ExecutableElement method, TypeMirror type) {
        String name = references.name(type);
        if (type instanceof DeclaredType declared && nested.isRole(declared.asElement())) {
            return problem(STEP_RETURN, method, "returns " + name + ", which is a role")
                    .hint("who receives the message is said by @Message(to = …); the return type says what follows");
        }
        List<String> known = new ArrayList<>(List.of("End"));
        blockNames().forEach(known::add);
        String hint = Suggestions.nearest(name, known)
                .map(near ->
                        near.equals("End") ? "did you mean " + AnnotationNames.END + "?" : "did you mean " + near + "?")
                .orElse("the return type says what follows: void for the next step, a block, or End");
        return problem(STEP_RETURN, method, "returns " + name + ", which is not a block of this protocol")
                .hint(hint);
    }

    private Stream<String> blockNames() {
        return nested.blocks().stream().map(Element::getSimpleName).map(Name::toString);
    }

    private static Diagnostic problem(DiagnosticId id, ExecutableElement method, String what) {
        return Diagnostic.of(id, ElementOrigin.of(method), method.getSimpleName() + " " + what);
    }
}
