package dev.parley.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeVariableName;
import dev.parley.compiler.machine.State;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.machine.Transition;
import dev.parley.compiler.protocol.Parameter;
import dev.parley.compiler.protocol.TypeRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The names of the types nested in a role's class. One that is taken gets an underscore appended; the design note on naming
 * tells who yields to whom, and why.
 */
final class TypeNames {

    private final ClassName role;
    private final Set<String> taken = new HashSet<>();
    private final String received;
    private final String cases;
    private final String copy;
    private final String item;
    private final ClassName core;
    private final ClassName ended;
    private final ClassName resumed;
    private final ClassName handler;
    private final String next;
    private final Map<String, ClassName> types = new HashMap<>();
    private final Map<ClassName, ClassName> resumedBlocks = new HashMap<>();
    private final TypeVariableName messageVariable;
    private final TypeVariableName resultVariable;
    private final TypeVariableName failureVariable;

    TypeNames(ClassName role, StateMachine machine) {
        this.role = role;
        Set<String> payload = payloadNames(machine);
        Set<String> hidden = new HashSet<>(payload);
        hidden.add(fileName(role.simpleName()));
        // Subclasses inherit the types nested in a state, and with them a meaning of the name that hides all others.
        received = free("Received", hidden);
        cases = free("Case", hidden);
        copy = free("Copy", hidden);
        for (String name : List.of(role.simpleName(), received, cases, copy)) {
            taken.add(fileName(name));
        }
        if (role.packageName().isEmpty()) {
            // A type in the unnamed package has no longer name to be known by.
            taken.addAll(payload);
        }
        core = take("Core");
        ended = take("Ended");
        resumed = take("Resumed");
        handler = take("Handler");
        // Handlers inherit it.
        next = free("Next", hidden);
        machine.states().forEach(this::nameTypes);
        machine.states().stream().filter(Joining::isIn).forEach(this::nameResumed);
        hidden.addAll(taken);
        item = free("Item", hidden);
        messageVariable = TypeVariableName.get(free("M", hidden));
        resultVariable = TypeVariableName.get(free("R", hidden));
        failureVariable = TypeVariableName.get(free("X", hidden), Exception.class);
    }

    private void nameTypes(State state) {
        if (state.ownType()) {
            types.computeIfAbsent(state.name(), this::take);
        }
        for (Transition transition : state.transitions()) {
            if (!transition.typeName().isEmpty()) {
                types.computeIfAbsent(transition.typeName(), this::take);
            }
        }
    }

    private void nameResumed(State block) {
        resumedBlocks.computeIfAbsent(type(block.name()), name -> take("Resumed" + name.simpleName()));
    }

    private ClassName take(String wanted) {
        String name = free(wanted, taken);
        taken.add(fileName(name));
        return role.nestedClass(name);
    }

    private static String free(String wanted, Set<String> taken) {
        String name = wanted;
        while (taken.contains(fileName(name))) {
            name += "_";
        }
        return name;
    }

    /** Class files whose names differ in case only are one file on some systems. */
    private static String fileName(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static Set<String> payloadNames(StateMachine machine) {
        Set<String> names = new HashSet<>();
        for (State state : machine.states()) {
            for (Transition transition : state.transitions()) {
                for (Parameter parameter : transition.step().payload()) {
                    collect(parameter.type(), names);
                }
            }
        }
        return names;
    }

    private static void collect(TypeRef type, Set<String> names) {
        if (type instanceof TypeRef.Declared declared) {
            names.add(fileName(declared.simpleNames().get(0)));
            declared.arguments().forEach(argument -> collect(argument, names));
        } else if (type instanceof TypeRef.Array array) {
            collect(array.component(), names);
        } else if (type instanceof TypeRef.Wildcard wildcard) {
            collect(wildcard.type(), names);
        }
    }

    /** Returns whether a type nested in the role's class has a name, or one that differs in case only. */
    boolean isTaken(String name) {
        return taken.contains(fileName(name));
    }

    /** Returns the role's class. */
    ClassName role() {
        return role;
    }

    /** Returns the class that holds what the role's states share. */
    ClassName core() {
        return core;
    }

    /** Returns the class that says that the protocol is over. */
    ClassName ended() {
        return ended;
    }

    /** Returns the interface of what plays the role by events. */
    ClassName handler() {
        return handler;
    }

    /** Returns the class of what a handler may return. */
    ClassName next() {
        return handler.nestedClass(next);
    }

    /** Returns the class of the state in which a handler is asked to start. */
    ClassName beginning() {
        return core.nestedClass("Beginning");
    }

    /** Returns the class of a core with room around it. */
    ClassName padded() {
        return core.nestedClass("Padded");
    }

    /** Returns the type of a state or message by the name that the compiler gave it. */
    ClassName type(String name) {
        ClassName type = types.get(name);
        if (type == null) {
            throw new IllegalArgumentException(role + " has no type " + name);
        }
        return type;
    }

    /** Returns the type of what may arrive in a state. */
    ClassName received(ClassName state) {
        return state.nestedClass(received);
    }

    /** Returns the type of what a role may be when a session is reopened. */
    ClassName resumed() {
        return resumed;
    }

    /** Returns the type of a parallel block that a role is in when a session is reopened, by the type that it has else. */
    ClassName resumedBlock(ClassName block) {
        return Objects.requireNonNull(resumedBlocks.get(block));
    }

    /** Returns the type of the functions that the {@code match} of a sealed type takes. */
    ClassName cases(ClassName sealed) {
        return sealed.nestedClass(cases);
    }

    /** Returns the record form of a message. */
    ClassName copy(ClassName message) {
        return message.nestedClass(copy);
    }

    /** Returns the type of one of the messages that are gathered. */
    ClassName item(ClassName gathered) {
        return gathered.nestedClass(item);
    }

    /** Returns the type variable for a message. */
    TypeVariableName messageVariable() {
        return messageVariable;
    }

    /** Returns the type variable for the result of a function. */
    TypeVariableName resultVariable() {
        return resultVariable;
    }

    /** Returns the type variable for what a function may throw. */
    TypeVariableName failureVariable() {
        return failureVariable;
    }
}
