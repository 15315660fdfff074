package dev.parley.processor.codegen;

import static dev.parley.processor.codegen.RuntimeTypes.IN_LANE;
import static dev.parley.processor.codegen.RuntimeTypes.RESUMPTION;
import static dev.parley.processor.codegen.RuntimeTypes.SESSION;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.parley.compiler.machine.State;
import dev.parley.compiler.machine.Transition;
import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * The sealed type of all states that a role may be in when a session is reopened, and the method that makes the one it is in. What is
 * known at run time is the role's last step, so the method has a case for each; a message is taken once more from where the session has
 * kept it.
 */
final class ResumedType {

    private static final int MAX_CODE = 65_000;
    private static final int CODE_OF_STEP = 4;
    private static final int CODE_OF_ALTERNATIVE = 30;

    private final RoleModel model;
    private final Map<RoleName, RoleModel> players;
    private final TypeNames names;
    private final GenerationContext context;

    ResumedType(RoleModel model, Map<RoleName, RoleModel> players, GenerationContext context) {
        this.model = model;
        this.players = players;
        names = model.names();
        this.context = context;
    }

    /**
     * Returns whether the role can be resumed: whether sessions can be durable, and the method has room in a class file (JVMS 4.7.3), as those
     * of its parties have.
     */
    boolean exists() {
        return model.isDurable()
                && hasRoom()
                && model.parties().stream()
                        .map(party -> Objects.requireNonNull(players.get(party)))
                        .allMatch(party -> new ResumedType(party, players, context).exists());
    }

    private boolean hasRoom() {
        int steps = model.machine().states().stream()
                .mapToInt(state -> state.transitions().size())
                .sum();
        return CODE_OF_STEP * steps + CODE_OF_ALTERNATIVE * alternatives().size() <= MAX_CODE;
    }

    /** Returns whether a state is a parallel block that has another type when the role is resumed in it. */
    boolean isBlock(State state) {
        return exists() && Joining.isIn(state);
    }

    /** Makes a class one of the alternatives, and one of what may be received in some states. */
    void permit(TypeSpec.Builder type, List<ClassName> received) {
        List<ClassName> sealed = new ArrayList<>(received);
        if (exists()) {
            sealed.add(names.resumed());
        }
        SealedType.implement(type, sealed);
    }

    TypeSpec type() {
        Set<ClassName> general = model.stateTypes().stream()
                .filter(state -> !model.extensions(state).isEmpty())
                .map(StateType::name)
                .collect(Collectors.toSet());
        CodeBlock what = CodeBlock.of(
                "Where $L may stand when a session is reopened",
                model.machine().role().inWords());
        return new SealedType(names, context).type(names.resumed(), what, alternatives(), general);
    }

    /** Returns the states that are entered by sending, each followed by the messages that may be received there. */
    private List<ClassName> alternatives() {
        Set<ClassName> alternatives = new LinkedHashSet<>();
        Map<Integer, StateType> entered = new LinkedHashMap<>();
        model.stateTypes().stream()
                .filter(StateType::entered)
                .forEach(state -> entered.put(state.state().number(), state));
        for (State state : model.machine().states()) {
            if (entered.containsKey(state.number())) {
                ClassName name = entered.get(state.number()).name();
                alternatives.add(Joining.isIn(state) ? names.resumedBlock(name) : name);
            }
            state.transitions().stream()
                    .filter(ResumedType::bringsMessage)
                    .forEach(receive ->
                            alternatives.add(model.messageType(receive).name()));
        }
        if (model.endsUntold()) {
            alternatives.add(names.ended());
        }
        return List.copyOf(alternatives);
    }

    /** Returns the method that takes the role's place in a session where it stands. */
    MethodSpec resume(int role) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("resume")
                .addJavadoc("Takes the role's place in a session in the state that it had.\n")
                .addModifiers(Modifier.STATIC)
                .addParameter(SESSION, "session")
                .addStatement("$T from = session.resume($L)", RESUMPTION, role)
                .addStatement("$T core = $L", names.core(), CoreClass.create(model, CodeBlock.of("session")));
        CodeBlock otherwise =
                model.endsUntold() ? CodeBlock.of("core.end($L)", model.end()) : CodeBlock.of("throw from.unknown()");
        return goOn(method, entered(model.machine().initial()), otherwise);
    }

    /** Returns the method that goes on with the branch where it stands, or begins it. */
    MethodSpec resumeBranch() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("resume").addParameter(RESUMPTION, "from");
        CodeBlock otherwise =
                model.endsUntold() ? CodeBlock.of("new $T(core)", names.ended()) : CodeBlock.of("throw from.unknown()");
        return goOn(method, CodeBlock.of("begin()"), otherwise);
    }

    private MethodSpec goOn(MethodSpec.Builder method, CodeBlock start, CodeBlock otherwise) {
        method.returns(names.resumed()).addStatement("core.state = from.state()");
        if (!model.messageTypes().isEmpty()) {
            method.addStatement("$T message = from.message()", IN_LANE);
        }
        CodeBlock.Builder code = CodeBlock.builder().add("return switch (from.step()) {\n$>");
        cases(start).forEach((result, steps) -> code.add("case $L -> $L;\n", join(steps), result));
        code.add("default -> $L;\n", otherwise);
        return method.addCode(code.add("$<};\n").build()).build();
    }

    private static String join(List<Integer> steps) {
        return steps.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** Returns the steps by what they lead to, as the runtime numbers them: from 1, and 0 is the start. */
    private Map<CodeBlock, List<Integer>> cases(CodeBlock start) {
        Map<CodeBlock, List<Integer>> cases = new LinkedHashMap<>();
        add(cases, 0, start);
        int step = 0;
        for (State state : model.machine().states()) {
            for (Transition transition : state.transitions()) {
                step++;
                State target = model.target(transition);
                if (bringsMessage(transition)) {
                    add(cases, step, received(model.messageType(transition)));
                } else if (!target.isHidden() && !target.isFinal() && isEntered(target)) {
                    add(cases, step, entered(target));
                }
            }
        }
        return cases;
    }

    /** Not so what passes between a role and its parties. */
    private static boolean bringsMessage(Transition transition) {
        return !transition.typeName().isEmpty();
    }

    private static void add(Map<CodeBlock, List<Integer>> cases, int step, CodeBlock result) {
        cases.computeIfAbsent(result, key -> new ArrayList<>()).add(step);
    }

    /** A state that is sent from only to itself is never entered: the role keeps the message by which it came there. */
    private boolean isEntered(State state) {
        return model.stateTypes().stream()
                .anyMatch(type -> type.entered() && type.state().number() == state.number());
    }

    private CodeBlock entered(State state) {
        if (Joining.isIn(state)) {
            return CodeBlock.of(
                    "new $T(core)", names.resumedBlock(model.typeOf(state).orElseThrow()));
        }
        return CodeBlock.of("core.$N()", CoreClass.enter(model.typeOf(state).orElseThrow()));
    }

    private static CodeBlock received(MessageType message) {
        return CodeBlock.of("$L.take(message, message.poll())", ReceiveMethods.object(message));
    }
}
