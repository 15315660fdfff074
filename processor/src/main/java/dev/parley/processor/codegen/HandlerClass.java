package dev.parley.processor.codegen;

import static dev.parley.processor.codegen.RuntimeTypes.CAN_IGNORE_RETURN_VALUE;
import static dev.parley.processor.codegen.RuntimeTypes.EVENT_ENDPOINT;
import static dev.parley.processor.codegen.RuntimeTypes.NEXT_STATE;
import static dev.parley.processor.codegen.RuntimeTypes.NULLABLE;
import static dev.parley.processor.codegen.RuntimeTypes.PROMPT;
import static dev.parley.processor.codegen.RuntimeTypes.REACTOR;
import static dev.parley.processor.codegen.RuntimeTypes.SESSION;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.parley.compiler.machine.State;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * The event-driven face of a role: the interface of its handlers, with a method for each message it may receive, and what gives the
 * messages to them.
 *
 * <p>A method returns where the role waits next, by its own type where there is only one such state. Where a role can only send, for ever, it
 * is asked again and again, and gives its thread back in between. Where it has a certain time to choose, it may give its thread back too: it
 * is asked again when somebody wants that, and has a method that is called when the time is up. Families, and those who deal with their members, have no handler: it does not wait before
 * it sends.
 */
final class HandlerClass {

    /** Each method needs up to eight of the 65,535 constants of a class file. */
    private static final int MAX_METHODS = 5_000;

    private final RoleModel model;
    private final TypeNames names;
    private final GenerationContext context;
    private final Map<Integer, String> methods = new HashMap<>();
    private final String start;
    private final String ended;
    private final BitSet endless;

    /** The methods of states in which the role may stay though it is to send, by the types. */
    private final Map<ClassName, String> turns = new LinkedHashMap<>();

    /** The methods for the ends of the time to choose, by the types of the states. */
    private final Map<ClassName, String> timeouts = new LinkedHashMap<>();

    HandlerClass(RoleModel model, GenerationContext context) {
        this.model = model;
        this.context = context;
        names = model.names();
        NameAllocator allocator = new NameAllocator();
        start = allocator.newName("start");
        ended = allocator.newName("ended");
        for (MessageType message : model.messageTypes()) {
            methods.put(
                    message.id(),
                    allocator.newName(Words.decapitalise(message.name().simpleName())));
        }
        endless = endless(model);
        for (State state : model.machine().states()) {
            if (mayRestIn(state)) {
                model.typeOf(state)
                        .ifPresent(type -> turns.put(type, allocator.newName("continue" + type.simpleName())));
            }
            if (model.isTimed(state)) {
                model.typeOf(state).ifPresent(type -> timeouts.put(type, allocator.newName(timeout(type))));
            }
        }
    }

    private static String timeout(ClassName type) {
        return Words.decapitalise(type.simpleName()) + "TimedOut";
    }

    /** Returns whether a role can be played by events; one with branches waits for them, and one event could not say which is done. */
    static boolean exists(RoleModel model) {
        return !model.machine().role().isParty()
                && model.parties().isEmpty()
                && model.messageTypes().size() + model.stateTypes().size() <= MAX_METHODS;
    }

    /** Returns the states from which sends never bring the role to where it waits or is over. */
    private static BitSet endless(RoleModel model) {
        List<State> states = model.machine().states();
        BitSet endless = new BitSet();
        endless.set(0, states.size());
        int before;
        do {
            before = endless.cardinality();
            for (int i = states.size() - 1; i >= 0; i--) {
                State state = states.get(i);
                endless.set(
                        i,
                        state.sends()
                                && !model.isTimed(state)
                                && state.transitions().stream().allMatch(send -> endless.get(send.target())));
            }
        } while (endless.cardinality() < before);
        return endless;
    }

    /** Returns whether the role is given its turn in a state, to send, again and again. */
    boolean takesTurns(State state) {
        return endless.get(state.number());
    }

    /** Returns whether a handler may leave the role in a state in which it is to send. */
    boolean mayRestIn(State state) {
        return takesTurns(state) || model.isTimed(state);
    }

    /** Returns the types in which the role waits, takes its turn, or is over, after nothing but sends from a state. */
    private Set<ClassName> reachable(State from) {
        Set<ClassName> reached = new LinkedHashSet<>();
        BitSet seen = new BitSet();
        Deque<State> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            State state = open.pop();
            if (seen.get(state.number())) {
                continue;
            }
            seen.set(state.number());
            if (state.isFinal()) {
                reached.add(model.names().ended());
            } else if (state.receives()) {
                reached.add(model.typeOf(state).orElseThrow());
            } else {
                if (mayRestIn(state)) {
                    model.typeOf(state).ifPresent(reached::add);
                }
                model.sendings(state).forEach(sending -> open.push(sending.target()));
            }
        }
        return reached;
    }

    /** Adds the interface, and how a handler takes the role's place. */
    void addTo(TypeSpec.Builder role) {
        role.addMethod(enter()).addType(handler());
    }

    /** Adds to the core what only it is to know. */
    TypeSpec addToCore(TypeSpec core) {
        return starts() ? core.toBuilder().addType(beginning()).build() : core;
    }

    /** Returns whether the role's first act is to send, before it waits or takes its turn. */
    private boolean starts() {
        State initial = model.machine().initial();
        return initial.sends() && !takesTurns(initial);
    }

    private MethodSpec enter() {
        MethodSpec.Builder enter = MethodSpec.methodBuilder("enter")
                .addJavadoc("Takes the role's place in a session, and lets a handler play it.\n")
                .addModifiers(Modifier.STATIC)
                .addParameter(SESSION, "session")
                .addParameter(REACTOR, "reactor")
                .addParameter(names.handler(), "handler")
                .addStatement("$1T core = $1T.of(session, reactor)", names.core());
        CodeBlock first = starts()
                ? CodeBlock.of("new $T(core)", names.beginning())
                : CodeBlock.of("core.$N()", CoreClass.enter(model.initialType()));
        enter.addStatement("core.play(handler, $L)", first);
        return model.isTimed()
                ? enter.returns(PROMPT).addStatement("return core").build()
                : enter.build();
    }

    private TypeSpec handler() {
        TypeSpec.Builder handler = TypeSpec.interfaceBuilder(names.handler())
                .addJavadoc("""
                        Plays the role by events: a method is called for each message that comes, and returns the state in which the role
                        waits for the next one. A {@link $T} calls them, all in one thread; they must not wait for anything.
                        """, REACTOR)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC);
        if (starts()) {
            handler.addMethod(method(start, model.machine().initial())
                    .addJavadoc("The session has begun.\n")
                    .addParameter(model.initialType(), parameter(model.initialType()))
                    .build());
        }
        for (MessageType message : model.messageTypes()) {
            handler.addMethod(method(name(message), message.target())
                    .addJavadoc("{@code $L} has arrived.\n", message.message())
                    .addParameter(message.name(), parameter(message.name()))
                    .build());
        }
        for (State state : model.machine().states()) {
            model.typeOf(state).ifPresent(type -> addTurns(handler, state, type));
        }
        if (model.mayEnd()) {
            handler.addMethod(MethodSpec.methodBuilder(ended)
                    .addJavadoc("The protocol is over: no message will arrive any more.\n")
                    .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                    .addException(Exception.class)
                    .build());
        }
        return handler.addType(next()).build();
    }

    private void addTurns(TypeSpec.Builder handler, State state, ClassName type) {
        if (takesTurns(state)) {
            handler.addMethod(method(turn(type), state)
                    .addJavadoc("It is the role's turn to send. It will be asked again.\n")
                    .addParameter(type, parameter(type))
                    .build());
        }
        if (model.isTimed(state)) {
            handler.addMethod(chooseNow(state, type)).addMethod(timedOut(state, type));
        }
    }

    private MethodSpec chooseNow(State state, ClassName type) {
        return MethodSpec.methodBuilder(turn(type))
                .addJavadoc("""
                        The role has left the choice open, and somebody has it look again; see {@link $T}.

                        @return the same state to leave it open still
                        """, PROMPT)
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .returns(result(state))
                .addParameter(type, parameter(type))
                .addException(Exception.class)
                .addStatement("return $N", parameter(type))
                .build();
    }

    private MethodSpec timedOut(State state, ClassName type) {
        Sending sending = model.timedSending(state).orElseThrow();
        MethodSpec.Builder method = method(timeoutOf(type), sending.target())
                .addJavadoc(
                        "The role has not chosen in {@code $L} within $L, so {@code $L} was sent.\n",
                        state.name(),
                        sending.timeout().orElseThrow().text(),
                        sending.message());
        model.typeOf(sending.target()).ifPresent(after -> method.addParameter(after, parameter(after)));
        return method.build();
    }

    private MethodSpec.Builder method(String name, State from) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addException(Exception.class);
        return from.isFinal() ? method : method.returns(result(from));
    }

    private ClassName result(State from) {
        Set<ClassName> reachable = reachable(from);
        return reachable.size() == 1 ? reachable.iterator().next() : names.next();
    }

    private static String parameter(ClassName type) {
        return new NameAllocator().newName(Words.decapitalise(type.simpleName()));
    }

    private TypeSpec next() {
        return TypeSpec.classBuilder(names.next())
                .addJavadoc("What methods of a handler return: a state that waits for a message, or the role's end.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.ABSTRACT)
                .superclass(ParameterizedTypeName.get(NEXT_STATE, names.handler()))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .build();
    }

    private String name(MessageType message) {
        return Objects.requireNonNull(methods.get(message.id()));
    }

    private String turn(ClassName type) {
        return Objects.requireNonNull(turns.get(type));
    }

    private String timeoutOf(ClassName type) {
        return Objects.requireNonNull(timeouts.get(type));
    }

    /** The state before the first: what is handled here is the beginning. */
    private TypeSpec beginning() {
        ClassName initial = model.initialType();
        return TypeSpec.classBuilder(names.beginning())
                .addJavadoc("Where the role stands before its handler has started it.\n")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .superclass(names.next())
                .addField(names.core(), "core", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(names.core(), "core")
                        .addStatement("this.core = core")
                        .build())
                .addMethod(handle(false)
                        .addStatement("return core.reached(handler.$N(core.$N()))", start, CoreClass.enter(initial))
                        .build())
                .addMethod(isStateOf(CodeBlock.of("false")))
                .build();
    }

    /** Makes a class that stands for a state one that a handler may return. */
    void addState(TypeSpec.Builder type, State state) {
        type.superclass(names.next())
                .addMethod(
                        takesTurns(state)
                                ? handleTurn(state)
                                : model.isTimed(state) ? handleTimeout(state) : handleReceived(state))
                .addMethod(isStateOf(CodeBlock.of("core == role && core.state == STATE")));
    }

    /** Makes the class of the role's end one that a handler may return. */
    void addEnd(TypeSpec.Builder type) {
        type.superclass(names.next()).addMethod(isStateOf(CodeBlock.of("core == role")));
    }

    private MethodSpec handleTurn(State state) {
        return handle(false)
                .addStatement("core.checkTurn()")
                .addStatement(
                        "return core.reached(handler.$N(this))",
                        turn(model.typeOf(state).orElseThrow()))
                .build();
    }

    private MethodSpec handleTimeout(State state) {
        Sending sending = model.timedSending(state).orElseThrow();
        ClassName type = model.typeOf(state).orElseThrow();
        String timedOut = timeoutOf(type);
        MethodSpec.Builder handle = handle(true).beginControlFlow("if (core.isTimeUp())");
        if (sending.target().isFinal()) {
            handle.addStatement("$T over = $N()", names.ended(), sending.method())
                    .addStatement("handler.$N()", timedOut)
                    .addStatement("return over");
        } else {
            handle.addStatement("return core.reached(handler.$N($N()))", timedOut, sending.method());
        }
        return handle.endControlFlow()
                .addStatement("return core.isPrompted() ? core.reached(handler.$N(this)) : null", turn(type))
                .build();
    }

    private MethodSpec handleReceived(State state) {
        MethodSpec.Builder handle = handle(true)
                .addStatement("$T received = tryReceive()", received(state))
                .beginControlFlow("if (received == null)")
                .addStatement("return null")
                .endControlFlow();
        if (state.accepting()) {
            handle.beginControlFlow("if (received instanceof $T over)", names.ended())
                    .addStatement("handler.$N()", ended)
                    .addStatement("return over")
                    .endControlFlow();
        }
        return handle.addCode(call(state)).build();
    }

    /** Returns what {@code tryReceive} gives. */
    private ClassName received(State state) {
        return model.hasAlternatives(state)
                ? names.received(model.typeOf(state).orElseThrow())
                : model.messageType(state.transitions().get(0)).name();
    }

    private CodeBlock call(State state) {
        List<MessageType> messages = model.receivable(state);
        if (messages.size() == 1) {
            MessageType only = messages.get(0);
            return only.target().isFinal()
                    ? CodeBlock.builder()
                            .addStatement(handled(state, only))
                            .addStatement("return $L", end())
                            .build()
                    : CodeBlock.builder()
                            .addStatement("return $L", handled(state, only))
                            .build();
        }
        CodeBlock.Builder code = CodeBlock.builder().add("return switch (core.message) {\n$>");
        for (int i = 0; i < messages.size(); i++) {
            MessageType message = messages.get(i);
            code.add(
                    i == messages.size() - 1
                            ? CodeBlock.of("default")
                            : CodeBlock.of("case $T.MESSAGE", message.name()));
            if (message.target().isFinal()) {
                code.add(" -> {\n$>$L;\nyield $L;\n$<}\n", handled(state, message), end());
            } else {
                code.add(" -> $L;\n", handled(state, message));
            }
        }
        return code.add("$<};\n").build();
    }

    private CodeBlock handled(State state, MessageType message) {
        CodeBlock received =
                model.hasAlternatives(state) ? CodeBlock.of("($T) received", message.name()) : CodeBlock.of("received");
        return CodeBlock.of(
                message.target().isFinal() ? "handler.$N($L)" : "core.reached(handler.$N($L))",
                name(message),
                received);
    }

    private CodeBlock end() {
        return CodeBlock.of("new $T(core)", names.ended());
    }

    private MethodSpec.Builder handle(boolean mayReturnNull) {
        TypeName next = mayReturnNull && context.marksNullness()
                ? names.next().annotated(AnnotationSpec.builder(NULLABLE).build())
                : names.next();
        return MethodSpec.methodBuilder("handle")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(next)
                .addParameter(names.handler(), "handler")
                .addException(Exception.class);
    }

    private MethodSpec isStateOf(CodeBlock condition) {
        return MethodSpec.methodBuilder("isStateOf")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(TypeName.BOOLEAN)
                .addParameter(ParameterizedTypeName.get(EVENT_ENDPOINT, names.handler()), "role")
                .addStatement("return $L", condition)
                .build();
    }

    /** Returns the method of the session's class that lets a handler play the role. */
    static MethodSpec accessor(RoleModel role, String accessor) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(accessor)
                .addJavadoc(
                        "Lets a reactor play the role $L, by events. To be called once.\n",
                        role.machine().role())
                .addModifiers(Modifier.PUBLIC)
                .addParameter(REACTOR, "reactor")
                .addParameter(role.names().handler(), "handler");
        CodeBlock enter =
                CodeBlock.of("$T.enter(session, reactor, handler)", role.names().role());
        return role.isTimed()
                ? method.addJavadoc("\n@return has the handler look again whether it chooses\n")
                        .addAnnotation(CAN_IGNORE_RETURN_VALUE)
                        .returns(PROMPT)
                        .addStatement("return $L", enter)
                        .build()
                : method.addStatement(enter).build();
    }
}
