package dev.parley.processor.codegen;

import com.palantir.javapoet.ClassName;
import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.machine.State;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.machine.Transition;
import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What class files have room for: 65,535 constants, and 65,535 bytes of code in a method (JVMS 4.1 and 4.7.3). The estimates
 * are upper bounds, found by counting what javac and ecj write. A role of 10,000 steps stays within them.
 */
public final class Limits {

    private static final int MAX_CONSTANTS = 65_000;
    private static final int MAX_CODE = 65_000;

    /** Each nested class is listed in its role's with its two names. */
    private static final int CONSTANTS_OF_NESTED_TYPE = 3;

    /** A method in the core, and what it takes to create the view. */
    private static final int CONSTANTS_OF_VIEW = 6;

    /** A field in the core. */
    private static final int CONSTANTS_OF_FIELD = 4;

    private static final int CODE_OF_ALTERNATIVE = 26;
    private static final int CODE_OF_RECEIVER = 40;
    private static final int CODE_OF_VALUE = 20;

    private final RoleModel model;
    private final RoleName role;

    private Limits(RoleModel model) {
        this.model = model;
        role = model.machine().role().role();
    }

    /** Returns an error for each thing about a protocol that does not fit into class files. */
    public static List<Diagnostic> check(CompiledProtocol protocol) {
        WireFormat wire = new WireFormat(protocol);
        List<Diagnostic> found = new ArrayList<>();
        for (StateMachine machine : protocol.machines()) {
            ClassName name = GeneratedNames.role(protocol.declaration(), machine.role());
            for (String problem : new Limits(new RoleModel(machine, name, wire)).problems()) {
                found.add(Diagnostic.of(
                                DiagnosticId.PROTOCOL_SIZE,
                                protocol.declaration().origin(),
                                problem)
                        .hint("split the protocol into several"));
            }
        }
        return found;
    }

    private List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (constantsOfRole() > MAX_CONSTANTS || constantsOfCore() > MAX_CONSTANTS) {
            problems.add(role + " has " + model.machine().states().size() + " states and receives "
                    + model.messageTypes().size() + " messages, which is more than fits into a class file");
        }
        for (State state : model.machine().states()) {
            if (alternatives(state) * CODE_OF_ALTERNATIVE > MAX_CODE) {
                problems.add(
                        role + " can receive " + state.transitions().size() + " messages in one state, more than the "
                                + MAX_CODE / CODE_OF_ALTERNATIVE + " that fit into a method");
            }
            for (Sending sending : model.sendings(state)) {
                if (codeOf(sending) > MAX_CODE) {
                    problems.add(role + " sends " + sending.message() + " to "
                            + sending.sends().size() + " roles at once, more than fit into a method");
                }
            }
        }
        return problems;
    }

    private long constantsOfRole() {
        long types = model.stateTypes().size() + 2L * model.messageTypes().size();
        for (State state : model.machine().states()) {
            types += model.hasAlternatives(state) ? 2 : 0;
        }
        return types * CONSTANTS_OF_NESTED_TYPE;
    }

    private long constantsOfCore() {
        long constants = 0;
        for (StateType state : model.stateTypes()) {
            constants += state.isConcrete() ? CONSTANTS_OF_VIEW : 0;
            constants += state.recurs() ? CONSTANTS_OF_FIELD : 0;
        }
        for (MessageType message : model.messageTypes()) {
            constants += message.recurs() ? CONSTANTS_OF_VIEW + CONSTANTS_OF_FIELD : 0;
        }
        return constants;
    }

    /** Returns how many messages a role can send in a state at most that another may receive there. */
    private static long alternatives(State state) {
        Map<RoleName, Long> bySender = new HashMap<>();
        if (state.receives()) {
            for (Transition receive : state.transitions()) {
                bySender.merge(receive.action().peer(), 1L, Long::sum);
            }
        }
        return bySender.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private static long codeOf(Sending sending) {
        long ofReceiver = CODE_OF_RECEIVER
                + (long) CODE_OF_VALUE * sending.message().payload().size();
        return ofReceiver * sending.sends().size();
    }
}
