package dev.parley.processor.codegen;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.global.Turns;
import dev.parley.compiler.machine.Action;
import dev.parley.compiler.machine.Edge;
import dev.parley.compiler.machine.State;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.machine.Transition;
import dev.parley.compiler.protocol.Guard;
import dev.parley.compiler.protocol.Message;
import dev.parley.compiler.protocol.Parameter;
import dev.parley.compiler.protocol.RoleName;
import dev.parley.compiler.protocol.Step.MessageStep;
import dev.parley.compiler.protocol.Timeout;
import dev.parley.processor.codegen.PayloadLayout.Bits;
import dev.parley.processor.codegen.PayloadLayout.Place;
import dev.parley.processor.codegen.PayloadLayout.Slot;
import dev.parley.processor.codegen.WireFormat.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A compiled protocol as the text that {@code dev.parley.runtime.ProtocolSpec} reads: one fact a line, its fields separated by
 * tabs. Roles, edges, a machine's states and an edge's messages are referred to by their place in the text.
 */
public final class SpecText {

    private static final String VERSION = "1";

    private final WireFormat wire;
    private final Map<Route, MessageStep> steps = new HashMap<>();
    private final List<String> lines = new ArrayList<>();

    private SpecText(WireFormat wire) {
        this.wire = wire;
    }

    /** Returns the lines, without line ends. */
    public static List<String> lines(CompiledProtocol protocol) {
        SpecText text = new SpecText(new WireFormat(protocol));
        text.add("parley", VERSION, protocol.declaration().qualifiedName());
        List<RoleName> roles =
                protocol.machines().stream().map(StateMachine::role).toList();
        roles.forEach(role -> text.addRole(role, protocol, roles));
        text.wire.phases().forEach(phase -> text.add("phase", phase));
        protocol.machines().forEach(text::findSteps);
        protocol.edges().forEach(edge -> text.addEdge(edge, roles));
        protocol.machines().forEach(machine -> text.addMachine(machine, roles));
        return List.copyOf(text.lines);
    }

    private void add(Object... fields) {
        lines.add(Stream.of(fields).map(Object::toString).collect(Collectors.joining("\t")));
    }

    /**
     * Of who is played by several: with the members of which family, and how many there are at least; and of a party in a block for each member,
     * where it matters, the one whose role says for whom the block is run.
     */
    private void addRole(RoleName role, CompiledProtocol protocol, List<RoleName> roles) {
        Optional<RoleName> family = protocol.global().families().of(role);
        if (family.isPresent()) {
            List<Object> fields =
                    new ArrayList<>(List.of("role", role, roles.indexOf(family.get()), protocol.minimum(family.get())));
            Optional.ofNullable(Turns.leaders(protocol.global()).get(role))
                    .ifPresent(leader -> fields.add(roles.indexOf(leader)));
            add(fields.toArray());
        } else {
            add("role", role);
        }
    }

    private void findSteps(StateMachine machine) {
        for (State state : machine.states()) {
            for (Transition transition : state.transitions()) {
                steps.putIfAbsent(wire.route(machine.role(), transition.action()), transition.step());
            }
        }
    }

    private void addEdge(Edge edge, List<RoleName> roles) {
        List<PayloadLayout> layouts = edge.messages().stream().map(wire::layout).toList();
        add(
                "edge",
                roles.indexOf(edge.from()),
                roles.indexOf(edge.to()),
                edge.mode(),
                edge.whenFull(),
                edge.capacity(),
                edge.maxCapacity(),
                edge.alternating(),
                layouts.stream().mapToInt(PayloadLayout::words).max().orElse(1),
                layouts.stream().mapToInt(PayloadLayout::references).max().orElse(0));
        edge.messages().forEach(message -> addMessage(edge, message));
    }

    private void addMessage(Edge edge, Message message) {
        List<Object> fields = new ArrayList<>(List.of(message.crash() ? "crash" : "message", message.label()));
        MessageStep step = Objects.requireNonNull(steps.get(wire.route(edge.from(), edge.to(), message)));
        List<Place> places = wire.layout(message).places();
        for (int i = 0; i < places.size(); i++) {
            Parameter parameter = step.payload().get(i);
            fields.add(parameter.name() + ":" + parameter.type() + ":" + text(places.get(i)));
        }
        add(fields.toArray());
    }

    private static String text(Place place) {
        if (place instanceof Bits bits) {
            return bits.word() + ":" + bits.shift();
        }
        return "ref:" + ((Slot) place).index();
    }

    /** Adds what makes a send happen by itself, once for all receivers. */
    private void addTimeout(StateMachine machine, State state, Transition transition) {
        if (transition.action() instanceof Action.Receive || state.multicastRest()) {
            return;
        }
        transition
                .step()
                .marks()
                .timeout()
                .flatMap(Timeout::duration)
                .ifPresent(after ->
                        add("timeout", after, machine.multicast(transition).size()));
    }

    private void addMachine(StateMachine machine, List<RoleName> roles) {
        add("machine", roles.indexOf(machine.role()));
        for (State state : machine.states()) {
            if (state.multicastRest()) {
                add("state", state.name(), state.accepting(), "multicast");
            } else {
                add("state", state.name(), state.accepting());
            }
            for (int i = 0; i < state.transitions().size(); i++) {
                Transition transition = state.transitions().get(i);
                Route route = wire.route(machine.role(), transition.action());
                String direction = transition.action() instanceof Action.Send ? "send" : "receive";
                add(direction, route.edge(), route.code(), transition.target());
                if (wire.guard(machine, state, i).isPresent()) {
                    addGuard(machine, transition);
                }
                if (wire.leaves(machine.role(), transition)) {
                    add("leaves");
                } else if (mayBeLate(machine, transition)) {
                    add("late");
                }
                transition.step().marks().phase().ifPresent(phase -> add("in", wire.phase(phase.name())));
                addTimeout(machine, state, transition);
            }
        }
        if (RoleModel.mayEnd(machine)
                && RoleModel.end(machine) == machine.states().size()) {
            add("state", "End", true);
        }
    }

    /** Returns whether a member sends a message that may be decided without it. */
    private boolean mayBeLate(StateMachine machine, Transition transition) {
        return transition.action() instanceof Action.Send
                && wire.families().of(machine.role()).isPresent()
                && transition.step().marks().quorum().isPresent();
    }

    /** Rights are those of roles: what a party sends, its role pays for. */
    private void addGuard(StateMachine machine, Transition send) {
        Guard guard = send.step().marks().guard().orElseThrow();
        List<Object> fields = new ArrayList<>(List.of("guard", guard.capability(), guard.flowCost(), guard.journal()));
        fields.add(machine.role().role());
        machine.multicast(send).forEach(each -> fields.add(each.action().peer().role()));
        add(fields.toArray());
    }
}
