package dev.parley.maven.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.machine.Action;
import dev.parley.compiler.machine.Edge;
import dev.parley.compiler.machine.State;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.machine.Transition;
import dev.parley.compiler.protocol.EdgeDeclaration.Mode;
import dev.parley.compiler.protocol.RoleName;
import java.util.List;

/**
 * What the stepper has to know of a protocol: its machines and the buffers between them. Roles, edges, messages and
 * states go by their place in these lists.
 *
 * @param roles the names of the roles
 * @param edges the buffers
 * @param machines the machine of each role
 */
record StepperData(List<String> roles, List<Buffer> edges, List<List<Node>> machines) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A buffer.
     *
     * @param from the sender
     * @param to the receiver
     * @param messages what travels on it
     * @param limit how many messages it holds, grown as far as it may
     * @param full what happens to one more
     */
    record Buffer(int from, int to, List<String> messages, int limit, Full full) {}

    /** What becomes of a message that finds a buffer full. */
    enum Full {
        /** It is not sent: the sender waits. */
        WAITS,
        /** It is lost. */
        IS_LOST,
        /** It takes the place of the one in the buffer. */
        REPLACES,
        /** The session fails. */
        FAILS
    }

    /**
     * A state.
     *
     * @param name what users call it
     * @param accepting whether the protocol may be over for the role here
     * @param actions what the role may do
     */
    record Node(String name, boolean accepting, List<Act> actions) {}

    /**
     * A transition.
     *
     * @param send whether it sends, rather than receives
     * @param edge the buffer
     * @param message the message
     * @param target the state after it
     */
    record Act(boolean send, int edge, int message, int target) {}

    static StepperData of(CompiledProtocol protocol) {
        List<RoleName> roles =
                protocol.machines().stream().map(StateMachine::role).toList();
        return new StepperData(
                roles.stream().map(PlayerText::of).toList(),
                protocol.edges().stream().map(edge -> buffer(roles, edge)).toList(),
                protocol.machines().stream()
                        .map(machine -> nodes(machine, protocol.edges()))
                        .toList());
    }

    private static Buffer buffer(List<RoleName> roles, Edge edge) {
        boolean latest = edge.mode() == Mode.LATEST_VALUE;
        return new Buffer(
                roles.indexOf(edge.from()),
                roles.indexOf(edge.to()),
                edge.messages().stream().map(PlayerText::of).toList(),
                latest ? 1 : edge.maxCapacity(),
                latest ? Full.REPLACES : full(edge));
    }

    private static Full full(Edge edge) {
        return switch (edge.whenFull()) {
            case BLOCK, RESIZE -> Full.WAITS;
            case DROP -> Full.IS_LOST;
            case ERROR -> Full.FAILS;
        };
    }

    private static List<Node> nodes(StateMachine machine, List<Edge> edges) {
        return machine.states().stream()
                .map(state -> node(machine.role(), state, edges))
                .toList();
    }

    private static Node node(RoleName role, State state, List<Edge> edges) {
        return new Node(
                state.multicastRest() ? state.name() + ", under way" : state.name(),
                state.accepting() || state.isFinal(),
                state.transitions().stream()
                        .map(transition -> act(role, transition, edges))
                        .toList());
    }

    private static Act act(RoleName role, Transition transition, List<Edge> edges) {
        Action action = transition.action();
        boolean send = action instanceof Action.Send;
        RoleName from = send ? role : action.peer();
        RoleName to = send ? action.peer() : role;
        for (int place = 0; place < edges.size(); place++) {
            Edge edge = edges.get(place);
            if (edge.from().equals(from) && edge.to().equals(to)) {
                return new Act(send, place, edge.messages().indexOf(action.message()), transition.target());
            }
        }
        throw new IllegalStateException("no edge from " + from + " to " + to);
    }

    /** Returns this as JSON that may stand in a script element: it has no {@code <}, so that nothing ends the element. */
    String json() {
        try {
            return JSON.writeValueAsString(this).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
