package dev.parley.processor.codegen;

import static dev.parley.processor.codegen.RuntimeTypes.CAN_IGNORE_RETURN_VALUE;
import static dev.parley.processor.codegen.RuntimeTypes.NEXT_STATE;
import static dev.parley.processor.codegen.RuntimeTypes.PROMPT;
import static dev.parley.processor.codegen.RuntimeTypes.REACTOR;
import static dev.parley.processor.codegen.RuntimeTypes.SESSION;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.parley.compiler.machine.State;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * The event-driven face of a role: the interface of its handlers, with a method for each message it may receive, and what gives the
 * messages to them.
 *
 * <p>A method returns where the role waits next, by its own type where there is only one such state. Where a role can only send, for ever, it
 * is asked again and again, and gives its thread back in between. Where it has a certain time to choose, it may give its thread back too: it
 * is asked again when somebody wants that, and has a method that is called when the time is up. Families, and those who deal with their
 * members, have no handler: it does not wait before it sends.
 */
final class HandlerClass {

    /** Each method needs up to eight of the 65,535 constants of a class file. */
    private static final int MAX_METHODS = 5_000;

    private final RoleModel model;
    private final TypeNames names;
    private final HandlerNames methods;
    private final HandlerStates states;

    HandlerClass(RoleModel model, GenerationContext context) {
        this.model = model;
        names = model.names();
        methods = new HandlerNames(model);
        states = new HandlerStates(model, methods, context);
    }

    /** Returns whether a role can be played by events; one with branches waits for them, and one event could not say which is done. */
    static boolean exists(RoleModel model) {
        return !model.machine().role().isParty()
                && model.parties().isEmpty()
                && model.messageTypes().size() + model.stateTypes().size() + timed(model) <= MAX_METHODS;
    }

    private static long timed(RoleModel model) {
        return model.machine().states().stream().filter(model::isTimed).count();
    }

    /** Returns what makes the role's states such that a handler may return them. */
    HandlerStates states() {
        return states;
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
                if (methods.mayRestIn(state)) {
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
        return starts() ? core.toBuilder().addType(states.beginning()).build() : core;
    }

    /** Returns whether the role's first act is to send, before it waits or takes its turn. */
    private boolean starts() {
        State initial = model.machine().initial();
        return initial.sends() && !methods.takesTurns(initial);
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
            handler.addMethod(method(methods.start(), model.machine().initial())
                    .addJavadoc("The session has begun.\n")
                    .addParameter(model.initialType(), parameter(model.initialType()))
                    .build());
        }
        for (MessageType message : model.messageTypes()) {
            handler.addMethod(method(methods.of(message), message.target())
                    .addJavadoc("{@code $L} has arrived.\n", message.message())
                    .addParameter(message.name(), parameter(message.name()))
                    .build());
        }
        for (State state : model.machine().states()) {
            model.typeOf(state).ifPresent(type -> addTurns(handler, state, type));
        }
        if (model.mayEnd()) {
            handler.addMethod(MethodSpec.methodBuilder(methods.ended())
                    .addJavadoc("The protocol is over: no message will arrive any more.\n")
                    .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                    .addException(Exception.class)
                    .build());
        }
        return handler.addType(next()).build();
    }

    private void addTurns(TypeSpec.Builder handler, State state, ClassName type) {
        if (methods.takesTurns(state)) {
            handler.addMethod(method(methods.turn(type), state)
                    .addJavadoc("It is the role's turn to send. It will be asked again.\n")
                    .addParameter(type, parameter(type))
                    .build());
        }
        if (model.isTimed(state)) {
            handler.addMethod(chooseNow(state, type)).addMethod(timedOut(state, type));
        }
    }

    private MethodSpec chooseNow(State state, ClassName type) {
        return MethodSpec.methodBuilder(methods.turn(type))
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
        MethodSpec.Builder method = method(methods.timeout(type), sending.target())
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
