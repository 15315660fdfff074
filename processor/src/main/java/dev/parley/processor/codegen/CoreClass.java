package dev.parley.processor.codegen;

import static dev.parley.processor.codegen.RuntimeTypes.ENDPOINT;
import static dev.parley.processor.codegen.RuntimeTypes.EVENT_ENDPOINT;
import static dev.parley.processor.codegen.RuntimeTypes.GATHERING;
import static dev.parley.processor.codegen.RuntimeTypes.IN_LANE;
import static dev.parley.processor.codegen.RuntimeTypes.NULL_UNMARKED;
import static dev.parley.processor.codegen.RuntimeTypes.OUT_LANE;
import static dev.parley.processor.codegen.RuntimeTypes.PLACE;
import static dev.parley.processor.codegen.RuntimeTypes.REACTOR;
import static dev.parley.processor.codegen.RuntimeTypes.RESUMPTION;
import static dev.parley.processor.codegen.RuntimeTypes.TIMED_ENDPOINT;
import static dev.parley.processor.codegen.RuntimeTypes.TURNS;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.parley.compiler.machine.Transition;
import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/**
 * The class that holds what the states of a role share: the current state, the values of the last message, the lanes and the
 * views. Views are made when first needed, so that an idle session is small; a view that is needed only once is not kept. Lanes are
 * there from the start, as they make their buffers late themselves.
 */
final class CoreClass {

    private static final String HEADER = "header";

    /** Longs in two cache lines: processors fetch lines in pairs. */
    private static final int PADDING = 16;

    private final RoleModel model;
    private final int role;
    private final Map<RoleName, RoleModel> players;
    private final ResumedType resumed;
    private final GenerationContext context;
    private final NameAllocator fields = new NameAllocator();

    CoreClass(
            RoleModel model,
            int role,
            Map<RoleName, RoleModel> players,
            ResumedType resumed,
            GenerationContext context) {
        this.model = model;
        this.resumed = resumed;
        this.role = role;
        this.players = players;
        this.context = context;
    }

    /** Returns the name of the field that holds the lane to a role. */
    static String laneTo(RoleName peer) {
        return "laneTo" + peer.typeName();
    }

    /** Returns the name of the field that holds the lane from a role. */
    static String laneFrom(RoleName peer) {
        return "laneFrom" + peer.typeName();
    }

    /** Returns the name of the field that gathers the messages of a family. */
    static String laneFromEach(RoleName family) {
        return "lanesFrom" + family.typeName();
    }

    /** Returns the name of the method that goes on to a state. */
    static String enter(ClassName state) {
        return "enter" + state.simpleName();
    }

    /** Returns the name of the field that holds the runs of a block for each member of a family. */
    static String turns(RoleName party) {
        return "turnsOf" + party.typeName();
    }

    /** Returns the name of the method that begins a branch. */
    static String branch(RoleName party) {
        return "begin" + party.typeName();
    }

    /** Returns the name of the method that goes on with a branch in a reopened session. */
    static String resume(RoleName party) {
        return "resume" + party.typeName();
    }

    /** Returns the name of the method that gives the only object of a message's class. */
    static String view(ClassName message) {
        return "viewOf" + message.simpleName();
    }

    /** Returns the name of the method that gives the only object for each of the messages gathered from a family. */
    static String item(ClassName gathered) {
        return "itemOf" + gathered.simpleName();
    }

    /** Returns the name of the field that holds a word of the last message. */
    static String word(int index) {
        return index == 0 ? HEADER : "word" + index;
    }

    /** Returns the name of the field that holds an object of the last message. */
    static String reference(int slot) {
        return "reference" + slot;
    }

    /** Returns what makes the core of a role that is played in direct style. */
    static CodeBlock create(RoleModel model, CodeBlock place) {
        String more = model.isFamily() ? ", member" : model.isPlayedByEvents() ? ", null" : "";
        return CodeBlock.of("$T.of($L$L)", model.names().core(), place, more);
    }

    TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(model.names().core())
                .addJavadoc("What the states share. The types above are views over the one object of this class.\n")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .superclass(superclass());
        if (context.marksNullness()) {
            type.addAnnotation(NULL_UNMARKED);
        }
        addField(type, TypeName.INT, "state");
        addMessageFields(type);
        addLanes(type);
        addStateMethods(type);
        model.parties().forEach(party -> addBranch(type, party));
        model.stateTypes().stream().filter(StateType::isConcrete).forEach(state -> addEnter(type, state));
        model.messageTypes().stream()
                .filter(MessageType::recurs)
                .forEach(message -> addView(type, view(message.name()), message.name()));
        model.messageTypes().stream()
                .filter(MessageType::gathered)
                .forEach(message ->
                        addView(type, item(message.name()), model.names().item(message.name())));
        return type.addType(padded()).build();
    }

    private TypeName superclass() {
        if (model.isPlayedByEvents()) {
            return ParameterizedTypeName.get(
                    model.isTimed() ? TIMED_ENDPOINT : EVENT_ENDPOINT,
                    model.names().handler());
        }
        return model.isTimed() ? ParameterizedTypeName.get(TIMED_ENDPOINT, ClassName.get(Void.class)) : ENDPOINT;
    }

    private String addField(TypeSpec.Builder type, TypeName fieldType, String name) {
        String field = fields.newName(name);
        type.addField(fieldType, field, Modifier.PRIVATE);
        return field;
    }

    private void addMessageFields(TypeSpec.Builder type) {
        if (model.messageTypes().isEmpty()) {
            return;
        }
        addField(type, TypeName.INT, "message");
        if (model.messageTypes().stream().anyMatch(message -> message.layout().usesHeader())) {
            addField(type, TypeName.LONG, HEADER);
        }
        int words = model.messageTypes().stream()
                .mapToInt(message -> message.layout().words())
                .max()
                .orElse(1);
        for (int word = 1; word < words; word++) {
            addField(type, TypeName.LONG, word(word));
        }
        for (int slot = 0; slot < model.references(); slot++) {
            addField(type, ClassName.OBJECT, reference(slot));
        }
    }

    private void addLanes(TypeSpec.Builder type) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameters(parameters())
                .addStatement("super(place, $L$L)", role, more());
        model.peers(true).forEach((peer, edge) -> {
            if (model.isTurn(peer)) {
                type.addField(TURNS, fields.newName(turns(peer)), Modifier.PRIVATE, Modifier.FINAL);
                constructor.addStatement(
                        "$N = turns($L, $L)",
                        turns(peer),
                        edge,
                        model.peers(false).get(peer));
                return;
            }
            type.addField(OUT_LANE, fields.newName(laneTo(peer)), Modifier.PRIVATE, Modifier.FINAL);
            constructor.addStatement("$N = out($L)", laneTo(peer), edge);
        });
        model.peers(false).forEach((peer, edge) -> {
            if (model.isTurn(peer)) {
                return;
            }
            if (model.gathersFrom(peer)) {
                type.addField(GATHERING, fields.newName(laneFromEach(peer)), Modifier.PRIVATE, Modifier.FINAL);
                constructor.addStatement("$N = gathering($L)", laneFromEach(peer), edge);
                return;
            }
            type.addField(IN_LANE, fields.newName(laneFrom(peer)), Modifier.PRIVATE, Modifier.FINAL);
            constructor.addStatement("$N = in($L)", laneFrom(peer), edge);
        });
        type.addMethod(constructor.build());
        type.addMethod(MethodSpec.methodBuilder("of")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(model.names().core())
                .addParameters(parameters())
                .addStatement(
                        "return place.session().isSameThread() ? new $T(place$L) : new $T(place$L)",
                        model.names().core(),
                        more(),
                        model.names().padded(),
                        more())
                .build());
    }

    private List<ParameterSpec> parameters() {
        List<ParameterSpec> parameters = new ArrayList<>();
        parameters.add(ParameterSpec.builder(PLACE, "place").build());
        if (model.isFamily()) {
            parameters.add(ParameterSpec.builder(TypeName.INT, "member").build());
        } else if (model.isPlayedByEvents()) {
            parameters.add(ParameterSpec.builder(REACTOR, "reactor").build());
        }
        return parameters;
    }

    /** Returns the arguments behind the place. */
    private String more() {
        return model.isFamily() ? ", member" : model.isPlayedByEvents() ? ", reactor" : "";
    }

    /** Where several threads play, their cores must not share cache lines; the many sessions of one thread are to be small. */
    private TypeSpec padded() {
        TypeSpec.Builder padded = TypeSpec.classBuilder(model.names().padded())
                .addJavadoc("A core with which another thread's work shares no cache line.\n")
                .addAnnotation(Annotations.suppress("unused"))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .superclass(model.names().core());
        for (int i = 0; i < PADDING; i++) {
            padded.addField(TypeName.LONG, "padding" + i);
        }
        return padded.addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameters(parameters())
                        .addStatement("super(place$L)", more())
                        .build())
                .build();
    }

    private void addStateMethods(TypeSpec.Builder type) {
        type.addMethod(MethodSpec.methodBuilder("state")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(TypeName.INT)
                .addStatement("return state")
                .build());
        type.addMethod(MethodSpec.methodBuilder("check")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(TypeName.INT, "expected")
                .beginControlFlow("if (state != expected)")
                .addStatement("throw used(expected)")
                .endControlFlow()
                .build());
        if (model.messageTypes().stream()
                .anyMatch(message -> message.gathered() || !message.accessors().isEmpty())) {
            type.addMethod(MethodSpec.methodBuilder("checkReadable")
                    .addModifiers(Modifier.PRIVATE)
                    .addParameter(TypeName.INT, "expected")
                    .addParameter(String.class, "name")
                    .beginControlFlow("if (message != expected)")
                    .addStatement("throw gone(name)")
                    .endControlFlow()
                    .build());
        }
        if (model.done().isPresent()) {
            type.addMethod(endOfBranch(model.done().get()));
        } else if (model.ends()) {
            type.addMethod(MethodSpec.methodBuilder("end")
                    .addModifiers(Modifier.PRIVATE)
                    .returns(model.names().ended())
                    .addParameter(TypeName.INT, "last")
                    .addStatement("state = last")
                    .addStatement("finish()")
                    .addStatement("return new $T(this)", model.names().ended())
                    .build());
        }
    }

    private static MethodSpec endOfBranch(Transition done) {
        return MethodSpec.methodBuilder("end")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(TypeName.INT, "last")
                .addStatement("state = last")
                .addStatement("done($N)", laneTo(done.action().peer()))
                .build();
    }

    private void addBranch(TypeSpec.Builder type, RoleName party) {
        RoleModel player = Objects.requireNonNull(players.get(party));
        ClassName first = player.initialType();
        ClassName branch = player.names().role();
        if (model.isTurn(party)) {
            addTurn(type, party, first, branch);
            return;
        }
        String field = addField(type, branch, Words.decapitalise(party.typeName()));
        type.addMethod(MethodSpec.methodBuilder(branch(party))
                .addModifiers(Modifier.PRIVATE)
                .returns(first)
                .beginControlFlow("if ($N == null)", field)
                .addStatement(
                        "$N = $T.enter($L)", field, branch, model.isFamily() ? "session(), member()" : "session()")
                .endControlFlow()
                .addStatement("return $N.begin()", field)
                .build());
        if (resumed.exists()) {
            type.addMethod(MethodSpec.methodBuilder(resume(party))
                    .addModifiers(Modifier.PRIVATE)
                    .returns(player.names().resumed())
                    .beginControlFlow("if ($N != null)", field)
                    .addStatement("return $N.begin()", field)
                    .endControlFlow()
                    .addStatement("$T from = session().resume($L)", RESUMPTION, model.number(party))
                    .addStatement("$N = $T.enter(session())", field, branch)
                    .addStatement("return $N.resume(from)", field)
                    .build());
        }
    }

    /** The party of a member is made when its first turn begins. */
    private void addTurn(TypeSpec.Builder type, RoleName party, ClassName first, ClassName turn) {
        String field = fields.newName(Words.decapitalise(party.typeName()));
        type.addField(FieldSpec.builder(ArrayTypeName.of(turn), field, Modifier.PRIVATE)
                .initializer("{}")
                .build());
        type.addMethod(MethodSpec.methodBuilder(branch(party))
                .addModifiers(Modifier.PRIVATE)
                .returns(first)
                .addParameter(TypeName.INT, "member")
                .addStatement("$N.check(member)", turns(party))
                .beginControlFlow("if (member >= $N.length)", field)
                .addStatement("$N = $T.copyOf($N, member + 1)", field, Arrays.class, field)
                .endControlFlow()
                .beginControlFlow("if ($N[member] == null)", field)
                .addStatement("$N[member] = $T.enter(session(), member)", field, turn)
                .endControlFlow()
                .addStatement("return $N[member].begin()", field)
                .build());
    }

    private void addEnter(TypeSpec.Builder type, StateType state) {
        MethodSpec.Builder enter = MethodSpec.methodBuilder(enter(state.name()))
                .addModifiers(Modifier.PRIVATE)
                .returns(state.name())
                .addStatement("state = $T.STATE", state.name());
        if (model.isTimed(state.state())) {
            enter.addStatement("startTimer()");
        }
        if (model.phases().changesAt(state.state())) {
            enter.addStatement("moved()");
        }
        if (state.recurs()) {
            addKept(type, enter, state.name());
        } else {
            enter.addStatement("return new $T(this)", state.name());
        }
        type.addMethod(enter.build());
    }

    private void addView(TypeSpec.Builder type, String method, ClassName message) {
        MethodSpec.Builder view =
                MethodSpec.methodBuilder(method).addModifiers(Modifier.PRIVATE).returns(message);
        addKept(type, view, message);
        type.addMethod(view.build());
    }

    private void addKept(TypeSpec.Builder type, MethodSpec.Builder method, ClassName view) {
        boolean nested = !model.names().role().equals(view.enclosingClassName());
        String owner = nested ? view.enclosingClassName().simpleName() : "";
        String field = addField(type, view, Words.decapitalise(owner + view.simpleName()));
        method.addStatement("$T view = $N", view, field)
                .beginControlFlow("if (view == null)")
                .addStatement("view = new $T(this)", view)
                .addStatement("$N = view", field)
                .endControlFlow()
                .addStatement("return view");
    }
}
