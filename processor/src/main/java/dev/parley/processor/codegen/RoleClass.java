package dev.parley.processor.codegen;

import static dev.parley.processor.codegen.RuntimeTypes.SESSION;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.parley.compiler.machine.State;
import dev.parley.compiler.machine.Transition;
import dev.parley.compiler.protocol.RoleName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The class of a role: a frame around the types of its states and messages. */
final class RoleClass {

    private final RoleModel model;
    private final int role;
    private final Map<RoleName, RoleModel> players;
    private final ClassName protocol;
    private final ClassName session;
    private final GenerationContext context;
    private final ResumedType resumed;
    private final Optional<HandlerClass> handler;

    /**
     * Creates the class.
     *
     * @param model the role, or the party
     * @param players all roles and parties that are generated
     * @param protocol the interface that declares the protocol
     * @param session the class of its sessions
     * @param context where it goes to
     */
    RoleClass(
            RoleModel model,
            Map<RoleName, RoleModel> players,
            ClassName protocol,
            ClassName session,
            GenerationContext context) {
        this.model = model;
        this.role = model.number(model.machine().role());
        this.players = players;
        this.protocol = protocol;
        this.session = session;
        this.context = context;
        this.resumed = new ResumedType(model, players, context);
        this.handler = model.isPlayedByEvents() ? Optional.of(new HandlerClass(model, context)) : Optional.empty();
    }

    TypeSpec type() {
        Pictures pictures = new Pictures(model);
        SeatMethods seats = new SeatMethods(model, protocol, role, context);
        TypeSpec.Builder type = TypeSpec.classBuilder(model.names().role())
                .addJavadoc(pictures.ofRole(protocol))
                .addAnnotations(Annotations.ofTopLevel(context))
                .addModifiers(context.modifiers());
        if (model.machine().role().isParty()) {
            addBranch(type);
        } else {
            type.addMethod(MethodSpec.constructorBuilder()
                            .addModifiers(Modifier.PRIVATE)
                            .build())
                    .addMethod(enter())
                    .addMethods(new IntakeMethods(model).joins())
                    .addMethods(seats.sits(session));
        }
        if (resumed.exists()) {
            type.addMethod(model.machine().role().isParty() ? resumed.resumeBranch() : resumed.resume(role));
        }
        handler.ifPresent(face -> face.addTo(type));
        addNested(type, seats, pictures);
        if (resumed.exists()) {
            type.addType(resumed.type());
        }
        TypeSpec core = new CoreClass(model, role, players, resumed, context).type();
        return type.addType(handler.map(face -> face.addToCore(core)).orElse(core))
                .build();
    }

    private MethodSpec enter() {
        ClassName initial = model.initialType();
        MethodSpec.Builder enter = MethodSpec.methodBuilder("enter")
                .addJavadoc(
                        model.isFamily()
                                ? "Becomes a member of the family in a session.\n"
                                : "Takes the role's place in a session.\n")
                .addModifiers(Modifier.STATIC)
                .returns(initial)
                .addParameter(SESSION, "session");
        if (model.isFamily()) {
            enter.addParameter(TypeName.INT, "member");
        }
        return enter.addStatement(
                        "return $L.$N()", CoreClass.create(model, CodeBlock.of("session")), CoreClass.enter(initial))
                .build();
    }

    /** A party takes its place once, and then begins its branch each time that its role comes to the block. */
    private void addBranch(TypeSpec.Builder type) {
        ClassName core = model.names().core();
        ClassName first = model.initialType();
        RoleName parent = model.machine().role().parent().orElseThrow();
        type.addField(core, "core", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(core, "core")
                        .addStatement("this.core = core")
                        .build())
                .addMethod(enterBranch())
                .addMethod(MethodSpec.methodBuilder("begin")
                        .returns(first)
                        .addStatement("core.begin(core.$N)", CoreClass.laneFrom(parent))
                        .addStatement("return core.$N()", CoreClass.enter(first))
                        .build());
    }

    private MethodSpec enterBranch() {
        MethodSpec.Builder enter = MethodSpec.methodBuilder("enter")
                .addModifiers(Modifier.STATIC)
                .returns(model.names().role())
                .addParameter(SESSION, "session");
        if (model.isFamily()) {
            enter.addParameter(TypeName.INT, "member");
        }
        return enter.addStatement(
                        "return new $T($L)", model.names().role(), CoreClass.create(model, CodeBlock.of("session")))
                .build();
    }

    /** Each state is followed by the messages it may receive, those left out that came before. */
    private void addNested(TypeSpec.Builder type, SeatMethods seats, Pictures pictures) {
        StateMembers members = new StateMembers(model, players, handler.map(HandlerClass::states), context);
        StateClass states = new StateClass(model, members, seats, resumed, pictures);
        MessageClass messages = new MessageClass(model, members, resumed, pictures);
        GatheredClass gathered = new GatheredClass(model, members, pictures);
        Map<Integer, StateType> stateTypes = new HashMap<>();
        model.stateTypes().forEach(state -> stateTypes.put(state.state().number(), state));
        Set<Integer> done = new HashSet<>();
        for (State state : model.machine().states()) {
            if (stateTypes.containsKey(state.number())) {
                type.addType(states.type(stateTypes.get(state.number())));
                if (resumed.isBlock(state)) {
                    type.addType(states.resumedBlock(stateTypes.get(state.number())));
                }
            }
            if (state.receives()) {
                for (Transition receive : state.transitions()) {
                    if (receive.typeName().isEmpty()) {
                        continue; // between a role and its parties
                    }
                    MessageType message = model.messageType(receive);
                    if (done.add(message.id())) {
                        type.addType(message.gathered() ? gathered.type(message) : messages.type(message));
                    }
                }
            }
        }
        if (model.ends()) {
            type.addType(ended(pictures));
        }
    }

    private TypeSpec ended(Pictures pictures) {
        ClassName core = model.names().core();
        TypeSpec.Builder ended = TypeSpec.classBuilder(model.names().ended())
                .addJavadoc(pictures.ofEnded())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addField(core, "core", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(core, "core")
                        .addStatement("this.core = core")
                        .build());
        handler.ifPresent(face -> face.states().addEnd(ended));
        List<ClassName> received = model.machine().states().stream()
                .filter(state -> state.receives() && state.accepting() && !state.isHidden())
                .map(state -> model.names().received(model.typeOf(state).orElseThrow()))
                .toList();
        if (model.endsUntold()) {
            resumed.permit(ended, received);
        }
        return ended.build();
    }
}
