package dev.parley.processor.codegen;

import static dev.parley.processor.codegen.RuntimeTypes.EDGE_STATUS;
import static dev.parley.processor.codegen.RuntimeTypes.EFFECTS;
import static dev.parley.processor.codegen.RuntimeTypes.LOCAL_STATE;
import static dev.parley.processor.codegen.RuntimeTypes.PHASES;
import static dev.parley.processor.codegen.RuntimeTypes.PROTOCOL_SPEC;
import static dev.parley.processor.codegen.RuntimeTypes.SESSION;
import static dev.parley.processor.codegen.RuntimeTypes.SESSION_OPTIONS;
import static dev.parley.processor.codegen.RuntimeTypes.SESSION_STATUS;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.protocol.Message;
import dev.parley.compiler.protocol.RoleName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The class that opens sessions of a protocol and hands out the roles' first states. */
final class SessionClass {

    /** Methods without parameters that a role's method would collide with. */
    private static final Set<String> RESERVED = Set.of(
            "clone",
            "close",
            "edges",
            "finalize",
            "getClass",
            "hashCode",
            "id",
            "notify",
            "notifyAll",
            "open",
            "status",
            "toString",
            "wait");

    private static final String EFFECTS_VIEW = "effects";
    private static final String PHASES_VIEW = "phases";

    /** Characters of the tables in one constant: at three bytes each they stay below the 65,535 that a class file allows. */
    private static final int MAX_CONSTANT = 20_000;

    private final CompiledProtocol protocol;
    private final Map<RoleName, RoleModel> players;
    private final List<RoleModel> roles;
    private final List<RoleName> elsewhere;
    private final boolean guarded;
    private final boolean phased;
    private final GenerationContext context;

    /** How many members each family has at first. */
    private final List<ParameterSpec> sizes;

    private final ClassName name;
    private final ClassName declaration;

    /**
     * Creates the class.
     *
     * @param protocol the protocol
     * @param players the roles that are generated with it, and their parties; the others are played elsewhere
     * @param wire how messages travel
     * @param context where it goes to
     */
    SessionClass(
            CompiledProtocol protocol, Map<RoleName, RoleModel> players, WireFormat wire, GenerationContext context) {
        this.protocol = protocol;
        this.players = players;
        roles = players.values().stream()
                .filter(role -> !role.machine().role().isParty())
                .toList();
        elsewhere = protocol.machines().stream()
                .map(StateMachine::role)
                .filter(role -> !role.isParty() && !players.containsKey(role))
                .toList();
        this.guarded = wire.hasGuards();
        this.phased = !wire.phases().isEmpty();
        this.context = context;
        sizes = sizes(protocol);
        name = GeneratedNames.session(protocol.declaration());
        declaration = GeneratedNames.protocol(protocol.declaration());
    }

    TypeSpec type() {
        List<String> accessors = accessors();
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addJavadoc(javadoc())
                .addAnnotations(Annotations.ofTopLevel(context))
                .addModifiers(context.modifiers())
                .addSuperinterface(AutoCloseable.class)
                .addField(spec())
                .addField(SESSION, "session", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(SESSION, "session")
                        .addStatement("this.session = session")
                        .build());
        addOpen(type);
        type.addMethods(new RunMethods(
                        name,
                        roles,
                        accessors,
                        sizes,
                        opensByDefault(),
                        elsewhere.isEmpty(),
                        Set.copyOf(GeneratedNames.types(protocol.declaration())))
                .methods());
        for (int i = 0; i < accessors.size(); i++) {
            type.addMethod(accessor(roles.get(i), accessors.get(i)));
            if (roles.get(i).isPlayedByEvents()) {
                type.addMethod(HandlerClass.accessor(roles.get(i), accessors.get(i)));
            }
        }
        if (isDurable()) {
            addResumers(type, accessors);
        }
        Set<String> taken = new HashSet<>(accessors);
        roles.forEach(role -> type.addMethods(new IntakeMethods(role).sessionJoins(taken)));
        addViews(type);
        return type.build();
    }

    private CodeBlock javadoc() {
        CodeBlock.Builder text = CodeBlock.builder()
                .add(
                        "A session of {@link $T}: opened here, ended when all roles have reached an end, or earlier by hand.\n",
                        declaration);
        if (!elsewhere.isEmpty()) {
            text.add(
                    "Not played here: $L. The options say how each of them is reached.\n",
                    elsewhere.stream().map(RoleName::value).collect(Collectors.joining(", ")));
        }
        if (guarded) {
            text.add("Messages are guarded: the options say who may send them, and where facts are recorded.\n");
        }
        if (roles.size() + sizes.size() > RunMethods.MAX_PARAMETERS) {
            text.add(
                    "There is no {@code run}, because a Java method takes no more than $L programs.\n",
                    RunMethods.MAX_PARAMETERS);
        }
        return text.build();
    }

    private FieldSpec spec() {
        CodeBlock.Builder text = CodeBlock.builder().add("$T.of(\n$>$>", PROTOCOL_SPEC);
        List<CodeBlock> chunks = chunks();
        if (chunks.size() == 1) {
            text.add(chunks.get(0));
        } else {
            text.add("$T.join(\"\",\n", String.class)
                    .add(CodeBlock.join(chunks, ",\n"))
                    .add(")");
        }
        return FieldSpec.builder(PROTOCOL_SPEC, "SPEC", Modifier.STATIC, Modifier.FINAL)
                .initializer(text.add(".split(\"\\n\"))$<$<").build())
                .build();
    }

    private List<CodeBlock> chunks() {
        List<CodeBlock> chunks = new ArrayList<>();
        StringBuilder chunk = new StringBuilder();
        for (String line : SpecText.lines(protocol)) {
            if (chunk.length() + line.length() > MAX_CONSTANT) {
                chunks.add(textBlock(chunk));
                chunk.setLength(0);
            }
            chunk.append(line.replace("\t", "\\t")).append('\n');
        }
        chunks.add(textBlock(chunk));
        return chunks;
    }

    private static CodeBlock textBlock(CharSequence lines) {
        return CodeBlock.of("\"\"\"\n$L\"\"\"", lines);
    }

    private void addOpen(TypeSpec.Builder type) {
        if (opensByDefault()) {
            type.addMethod(MethodSpec.methodBuilder("open")
                    .addJavadoc("Opens a session in this process.\n")
                    .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                    .returns(name)
                    .addParameters(sizes)
                    .addStatement("return open($T.defaults()$L)", SESSION_OPTIONS, arguments())
                    .build());
        }
        type.addMethod(MethodSpec.methodBuilder("open")
                .addJavadoc("Opens a session.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name)
                .addParameter(SESSION_OPTIONS, "options")
                .addParameters(sizes)
                .addStatement("return new $T($T.open(SPEC, options$L))", name, SESSION, arguments())
                .build());
        if (isDurable()) {
            type.addMethod(MethodSpec.methodBuilder("reopen")
                    .addJavadoc("Goes on with a durable session where the journal in the options ends.\n")
                    .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                    .returns(name)
                    .addParameter(SESSION_OPTIONS, "options")
                    .addStatement("return new $T($T.reopen(SPEC, options))", name, SESSION)
                    .build());
        }
    }

    /** Returns whether a session can be durable: then all roles are played here. */
    private boolean isDurable() {
        return elsewhere.isEmpty() && roles.stream().allMatch(RoleModel::isDurable);
    }

    /** Returns whether a session can be opened without options. */
    private boolean opensByDefault() {
        return elsewhere.isEmpty() && !guarded;
    }

    /** Returns the sizes of the families, to follow other arguments. */
    private CodeBlock arguments() {
        return sizes.stream().map(size -> CodeBlock.of(", $N", size)).collect(CodeBlock.joining(""));
    }

    private static List<ParameterSpec> sizes(CompiledProtocol protocol) {
        NameAllocator names = new NameAllocator();
        List.of("options", "session").forEach(names::newName);
        return protocol.declaration().roles().stream()
                .filter(role -> role.family().isPresent())
                .map(role -> names.newName(Words.decapitalise(role.name().value()) + "s"))
                .map(size -> ParameterSpec.builder(TypeName.INT, size).build())
                .toList();
    }

    /** Returns the methods by which the roles are entered. Their names do not depend on which roles are generated. */
    private List<String> accessors() {
        NameAllocator keywords = new NameAllocator();
        Set<String> taken = new HashSet<>(RESERVED);
        if (guarded) {
            taken.add(EFFECTS_VIEW);
        }
        if (phased) {
            taken.add(PHASES_VIEW);
        }
        List<String> accessors = new ArrayList<>();
        for (StateMachine machine : protocol.machines()) {
            if (machine.role().isParty()) {
                continue;
            }
            String accessor = keywords.newName(Words.decapitalise(machine.role().value()));
            while (!taken.add(accessor)) {
                accessor += "_";
            }
            if (!elsewhere.contains(machine.role())) {
                accessors.add(accessor);
            }
        }
        return accessors;
    }

    private static MethodSpec accessor(RoleModel role, String accessor) {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(accessor).addModifiers(Modifier.PUBLIC).returns(role.initialType());
        if (role.isFamily()) {
            return method.addJavadoc(
                            "Becomes the member of $L of an index, from 0. To be called once for each.\n",
                            role.machine().role())
                    .addParameter(TypeName.INT, "member")
                    .addStatement(
                            "return $T.enter(session, member)", role.names().role())
                    .build();
        }
        return method.addJavadoc(
                        "Enters the role $L. To be called once.\n",
                        role.machine().role())
                .addStatement("return $T.enter(session)", role.names().role())
                .build();
    }

    /** The roles of a durable session, which plays all of them, are entered where they stand. */
    private void addResumers(TypeSpec.Builder type, List<String> accessors) {
        Set<String> taken = new HashSet<>(accessors);
        for (RoleModel role : roles) {
            if (!new ResumedType(role, players, context).exists()) {
                continue;
            }
            String resumer = "resume" + role.machine().role();
            while (!taken.add(resumer)) {
                resumer += "_";
            }
            type.addMethod(MethodSpec.methodBuilder(resumer)
                    .addJavadoc(
                            "Enters the role $L where it stands in a reopened session. To be called once.\n",
                            role.machine().role())
                    .addModifiers(Modifier.PUBLIC)
                    .returns(role.names().resumed())
                    .addStatement("return $T.resume(session)", role.names().role())
                    .build());
        }
    }

    private boolean meetsCrashes() {
        return protocol.edges().stream()
                .flatMap(edge -> edge.messages().stream())
                .anyMatch(Message::crash);
    }

    private void addViews(TypeSpec.Builder type) {
        type.addMethod(view(ClassName.get(String.class), "id", "Returns the id.\n"));
        type.addMethod(view(SESSION_STATUS, "status", "Returns the status.\n"));
        type.addMethod(MethodSpec.methodBuilder("localState")
                .addJavadoc("Returns where a role stands.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(LOCAL_STATE)
                .addParameter(String.class, "role")
                .addStatement("return session.localState(role)")
                .build());
        if (!sizes.isEmpty()) {
            type.addMethod(MethodSpec.methodBuilder("localState")
                    .addJavadoc("Returns where a member of a family stands.\n")
                    .addModifiers(Modifier.PUBLIC)
                    .returns(LOCAL_STATE)
                    .addParameter(String.class, "family")
                    .addParameter(TypeName.INT, "member")
                    .addStatement("return session.localState(family, member)")
                    .build());
        }
        type.addMethod(view(
                ParameterizedTypeName.get(ClassName.get(List.class), EDGE_STATUS), "edges", "Returns the buffers.\n"));
        if (guarded) {
            type.addMethod(view(EFFECTS, EFFECTS_VIEW, "Returns who may do what now, and what changes it.\n"));
        }
        if (phased) {
            type.addMethod(view(PHASES, PHASES_VIEW, "Returns which phases are current, completed and pending.\n"));
        }
        type.addMethod(MethodSpec.methodBuilder("cancel")
                .addJavadoc("Ends the session at once; every role learns the reason at its next action.\n")
                .addModifiers(Modifier.PUBLIC)
                .addParameter(String.class, "reason")
                .addStatement("session.cancel(reason)")
                .build());
        if (meetsCrashes()) {
            type.addMethod(MethodSpec.methodBuilder("crash")
                    .addJavadoc(
                            "Says that a role has crashed that was played in a thread of the caller's; {@code run} finds out by itself.\n")
                    .addModifiers(Modifier.PUBLIC)
                    .addParameter(String.class, "role")
                    .addParameter(Throwable.class, "cause")
                    .addStatement("session.crash(role, cause)")
                    .build());
        }
        type.addMethod(MethodSpec.methodBuilder("awaitEnd")
                .addJavadoc("Waits for the session's end, and returns whether it came before the timeout.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.BOOLEAN)
                .addParameter(Duration.class, "timeout")
                .addException(InterruptedException.class)
                .addStatement("return session.awaitEnd(timeout)")
                .build());
        type.addMethod(MethodSpec.methodBuilder("close")
                .addJavadoc("Lets nothing more be sent; what was sent may still be received.\n")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addStatement("session.close()")
                .build());
    }

    private static MethodSpec view(TypeName type, String method, String javadoc) {
        return MethodSpec.methodBuilder(method)
                .addJavadoc(javadoc)
                .addModifiers(Modifier.PUBLIC)
                .returns(type)
                .addStatement("return session.$L()", method)
                .build();
    }
}
