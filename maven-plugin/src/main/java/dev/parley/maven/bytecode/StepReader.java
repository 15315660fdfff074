package dev.parley.maven.bytecode;

import static dev.parley.compiler.diagnostic.DiagnosticId.PAYLOAD_TYPE;
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
import dev.parley.compiler.protocol.SeatType;
import dev.parley.compiler.protocol.Step;
import dev.parley.compiler.protocol.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;
import org.objectweb.asm.tree.MethodNode;

/** Reads a method of a block: a message, or a step on to a block. */
final class StepReader {

    private static final String END = "dev/parley/annotation/End";

    private final References references;
    private final TypeNames names;
    private final String home;
    private final Others others;
    private final IncludeReader includes;
    private final Findings findings;
    private Optional<ClassOrigin> firstUnnamed = Optional.empty();

    /**
     * Creates a reader.
     *
     * @param references reads what steps refer to
     * @param names the names of types
     * @param home the package of the protocol
     * @param others takes the other protocols that steps name
     * @param findings takes what is wrong
     */
    StepReader(References references, TypeNames names, String home, Others others, Findings findings) {
        this.references = references;
        this.names = names;
        this.home = home;
        this.others = others;
        this.includes = new IncludeReader(references, names, others);
        this.findings = findings;
    }

    /** Returns the first message read so far of which the names of the parameters are not known. */
    Optional<ClassOrigin> firstUnnamed() {
        return firstUnnamed;
    }

    /** Returns the step that a method declares; nothing where it declares none or says too little of it. */
    Optional<Step> read(MethodNode method, ClassOrigin origin) {
        checkShape(method, origin);
        Optional<Annotation> message = Annotation.find(method.invisibleAnnotations, Annotation.MESSAGE, origin);
        Optional<Annotation> include = Annotation.find(method.invisibleAnnotations, Annotation.INCLUDE, origin);
        if (message.isPresent()) {
            if (include.isPresent()) {
                findings.report(
                        problem(STEP_SHAPE, method, origin, "is both a message and an inclusion of another protocol")
                                .hint("make two steps of it"));
            }
            return message(method, message.get(), origin);
        }
        if ((method.access & Opcodes.ACC_ABSTRACT) == 0) {
            return Optional.empty();
        }
        if (include.isPresent()) {
            checkNoParameters(method, origin);
            return includes.read(method, include.get(), next(method, origin), origin);
        }
        Optional<Annotation> crash = Annotation.find(method.invisibleAnnotations, Annotation.ON_CRASH, origin);
        return crash.isPresent() ? crash(method, crash.get(), origin) : call(method, origin);
    }

    private void checkShape(MethodNode method, ClassOrigin origin) {
        if ((method.access & Opcodes.ACC_ABSTRACT) == 0) {
            findings.report(problem(
                            PROTOCOL_MEMBER,
                            method,
                            origin,
                            "is a " + modifier(method) + " method, and the methods of a protocol are its steps")
                    .hint("move it out of the protocol, or make it a step without a body"));
        }
        if (method.signature != null && method.signature.startsWith("<")) {
            findings.report(problem(PROTOCOL_MEMBER, method, origin, "has type parameters, and a step has none")
                    .hint("name the types of the payload themselves"));
        }
        if (!method.exceptions.isEmpty()) {
            String thrown = names.of(method.exceptions.get(0)).toString();
            findings.report(problem(PROTOCOL_MEMBER, method, origin, "throws " + thrown + ", and a step throws nothing")
                    .hint("remove the throws clause; to tell of a failure, send a message"));
        }
    }

    private static String modifier(MethodNode method) {
        if ((method.access & Opcodes.ACC_STATIC) != 0) {
            return "static";
        }
        return (method.access & Opcodes.ACC_PRIVATE) != 0 ? "private" : "default";
    }

    private Optional<Step> message(MethodNode method, Annotation message, ClassOrigin origin) {
        Optional<Reference> from = references.role(message, "from");
        Optional<List<Reference>> to = references.roles(message, "to");
        List<Parameter> payload = payload(method, origin);
        Continuation next = next(method, origin);
        Label label = message.value("label")
                .filter(value -> !value.equals(""))
                .map(value -> new Label(value.toString()))
                .orElseGet(() -> new Label(method.name));
        return from.flatMap(sender -> to.map(receivers -> new Step.MessageStep(
                method.name,
                label,
                sender,
                receivers,
                payload,
                (method.access & Opcodes.ACC_VARARGS) != 0,
                next,
                MarksReader.read(method.invisibleAnnotations, origin),
                message.value("label").isPresent() ? message.origin() : origin,
                origin)));
    }

    private List<Parameter> payload(MethodNode method, ClassOrigin origin) {
        List<Payload> types = new ArrayList<>();
        new SignatureReader(method.signature == null ? method.desc : method.signature)
                .accept(new SignatureVisitor(Opcodes.ASM9) {
                    @Override
                    public SignatureVisitor visitParameterType() {
                        Payload payload = new Payload(names, home);
                        types.add(payload);
                        return payload.visitor();
                    }
                });
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            String parameter = parameterName(method, i, origin);
            ClassOrigin place = origin.parameter(parameter);
            types.get(i)
                    .problem()
                    .ifPresent(
                            problem -> findings.report(
                                    Diagnostic.of(PAYLOAD_TYPE, place, parameter + " " + problem)
                                            .hint(
                                                    "payload types are named by the generated code in the protocol's package; use one it can see")));
            SeatType.of(types.get(i).type()).ifPresent(seat -> noteProtocols(seat, place));
            parameters.add(new Parameter(parameter, types.get(i).type(), place));
        }
        return parameters;
    }

    /** The arguments of a seat's type are nested in the protocol whose role it is. */
    private void noteProtocols(SeatType seat, ClassOrigin parameter) {
        Stream.concat(seat.role().stream(), seat.block().stream())
                .filter(nested -> nested.simpleNames().size() > 1)
                .map(StepReader::around)
                .forEach(protocol -> others.add(protocol, parameter));
    }

    private static String around(TypeRef.Declared nested) {
        String home = nested.packageName().isEmpty() ? "" : nested.packageName().replace('.', '/') + "/";
        return home
                + String.join(
                        "$",
                        nested.simpleNames().subList(0, nested.simpleNames().size() - 1));
    }

    /** Methods without code have no table of local variables: their parameters' names are in an attribute of their own, or nowhere. */
    private String parameterName(MethodNode method, int index, ClassOrigin origin) {
        if (method.parameters != null && index < method.parameters.size()) {
            String name = method.parameters.get(index).name;
            if (name != null) {
                return name;
            }
        }
        firstUnnamed = firstUnnamed.or(() -> Optional.of(origin));
        return "arg" + index;
    }

    private Optional<Step> crash(MethodNode method, Annotation crash, ClassOrigin origin) {
        checkNoParameters(method, origin);
        Continuation next = next(method, origin);
        return references
                .role(crash, "value")
                .map(role -> new Step.CrashStep(
                        method.name, role, next, MarksReader.read(method.invisibleAnnotations, origin), origin));
    }

    private void checkNoParameters(MethodNode method, ClassOrigin origin) {
        if (Type.getArgumentCount(method.desc) > 0) {
            findings.report(problem(
                            STEP_SHAPE, method, origin, "has parameters, though it is no message that could carry them")
                    .hint("say who sends it to whom with @Message(from = …, to = …), or remove the parameters"));
        }
    }

    private Optional<Step> call(MethodNode method, ClassOrigin origin) {
        Type type = Type.getReturnType(method.desc);
        if (type.getSort() == Type.VOID || isEnd(type)) {
            findings.reportGap(problem(STEP_SHAPE, method, origin, "is neither a message nor a step on to a block")
                    .hint("say who sends it to whom with @Message(from = …, to = …), or return a block"));
            return Optional.empty();
        }
        checkNoParameters(method, origin);
        return next(method, origin) instanceof Continuation.Block block
                ? Optional.of(new Step.CallStep(
                        method.name, block, MarksReader.read(method.invisibleAnnotations, origin), origin))
                : Optional.empty();
    }

    /** Returns what follows a step. Where that cannot be told, {@code void} stands in and the declaration is not whole. */
    private Continuation next(MethodNode method, ClassOrigin origin) {
        Type type = Type.getReturnType(method.desc);
        if (isEnd(type)) {
            return new Continuation.End();
        }
        if (references.isBlock(type)) {
            return new Continuation.Block(new Reference(references.name(type), origin));
        }
        if (type.getSort() != Type.VOID) {
            findings.reportGap(wrongReturn(method, type, origin));
        }
        return new Continuation.Next();
    }

    private static boolean isEnd(Type type) {
        return type.getSort() == Type.OBJECT && type.getInternalName().equals(END);
    }

    private Diagnostic wrongReturn(MethodNode method, Type type, ClassOrigin origin) {
        String name = references.name(type);
        if (references.isRole(type)) {
            return problem(STEP_RETURN, method, origin, "returns " + name + ", which is a role")
                    .hint("who receives the message is said by @Message(to = …); the return type says what follows");
        }
        String hint = Suggestions.nearest(name, references.blockNames().toList())
                .map(near -> "did you mean " + near + "?")
                .orElse("the return type says what follows: void for the next step, a block, or End");
        return problem(STEP_RETURN, method, origin, "returns " + name + ", which is not a block of this protocol")
                .hint(hint);
    }

    private static Diagnostic problem(DiagnosticId id, MethodNode method, ClassOrigin origin, String what) {
        return Diagnostic.of(id, origin, method.name + " " + what);
    }
}
