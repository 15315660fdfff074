package dev.parley.processor.codegen;

import com.palantir.javapoet.ClassName;
import dev.parley.compiler.machine.Edge;
import dev.parley.compiler.machine.Intake;
import dev.parley.compiler.machine.State;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.machine.Transition;
import dev.parley.compiler.protocol.Message;
import dev.parley.compiler.protocol.RoleName;
import dev.parley.processor.codegen.WireFormat.Route;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A role's machine in terms of the types that are generated for it. */
final class RoleModel {

    private final StateMachine machine;
    private final TypeNames names;
    private final WireFormat wire;
    private final PhaseProfiles phases;
    private final List<List<Sending>> sendings;
    private final List<Set<String>> plainMethods;
    private final List<StateType> stateTypes = new ArrayList<>();
    private final Map<String, MessageType> messageTypes = new LinkedHashMap<>();
    private final Map<Integer, ClassName> typeOfState = new HashMap<>();
    private final Set<RoleName> gathered;
    private final boolean playedByEvents;
    private int references;

    RoleModel(StateMachine machine, ClassName role, WireFormat wire) {
        this.machine = machine;
        this.wire = wire;
        gathered = findGathered();
        names = new TypeNames(role, machine);
        phases = new PhaseProfiles(machine, !wire.phases().isEmpty());
        sendings = machine.states().stream().map(this::findSendings).toList();
        plainMethods = machine.states().stream().map(this::findPlainMethods).toList();
        Cycles cycles = new Cycles(machine);
        addStateTypes(cycles);
        addMessageTypes(cycles);
        playedByEvents = !meetsFamilies() && HandlerClass.exists(this);
    }

    /** Returns whether the runtime sends something for the role when it does not choose in time. */
    boolean isTimed(State state) {
        return timedSending(state).isPresent();
    }

    /** Returns what the runtime sends for the role when it does not choose in time. */
    Optional<Sending> timedSending(State state) {
        return sendings(state).stream()
                .filter(sending -> sending.timeout().isPresent())
                .findFirst();
    }

    /** Returns whether there is such a state. */
    boolean isTimed() {
        return machine.states().stream().anyMatch(this::isTimed);
    }

    private List<Sending> findSendings(State state) {
        if (!state.sends() || state.isHidden()) {
            return List.of();
        }
        List<Transition> alternatives = state.transitions().stream()
                .filter(each -> !each.action().message().crash())
                .toList();
        List<String> methods = MemberNames.sends(alternatives, admitMethods(state));
        List<Sending> sendings = new ArrayList<>();
        for (int i = 0; i < methods.size(); i++) {
            List<Transition> sends = machine.multicast(alternatives.get(i));
            State target = target(sends.get(sends.size() - 1));
            int place = state.transitions().indexOf(alternatives.get(i));
            OptionalInt phase = phases.begins(state, sends.get(0))
                    .map(wire::phase)
                    .map(OptionalInt::of)
                    .orElse(OptionalInt.empty());
            sendings.add(new Sending(methods.get(i), state, sends, target, wire.guard(machine, state, place), phase));
        }
        return sendings;
    }

    private void addStateTypes(Cycles cycles) {
        BitSet recurring = new BitSet();
        BitSet entered = new BitSet();
        entered.set(start().number());
        entries().forEach(entry -> entered.set(entry.number()));
        if (machine.role().isParty()) {
            recurring.set(start().number());
        }
        for (State state : machine.states()) {
            joining(state).ifPresent(joining -> {
                entered.set(joining.target().number());
                recurring.set(joining.target().number(), cycles.recurs(state, joining.target()));
            });
            for (Sending sending : sendings(state)) {
                if (sending.isLoop()) {
                    continue;
                }
                int target = sending.target().number();
                entered.set(target);
                if (cycles.recurs(state, sending.target())) {
                    recurring.set(target);
                }
            }
        }
        for (State state : machine.states()) {
            if (state.ownType() && !state.isFinal()) {
                ClassName name = names.type(state.name());
                typeOfState.put(state.number(), name);
                int number = state.number();
                stateTypes.add(new StateType(
                        state,
                        name,
                        entered.get(number),
                        recurring.get(number),
                        state.block().filter(this::startsOnce).isPresent()));
            }
        }
    }

    private void addMessageTypes(Cycles cycles) {
        Map<String, List<Arrival>> arrivals = new LinkedHashMap<>();
        for (State state : machine.states()) {
            for (Transition transition : state.transitions()) {
                if (!transition.typeName().isEmpty()) {
                    arrivals.computeIfAbsent(transition.typeName(), name -> new ArrayList<>())
                            .add(new Arrival(state, transition));
                }
            }
        }
        arrivals.forEach((name, places) -> messageTypes.put(name, messageType(name, places, cycles)));
        for (MessageType message : messageTypes.values()) {
            references = Math.max(references, message.layout().references());
        }
    }

    private MessageType messageType(String name, List<Arrival> arrivals, Cycles cycles) {
        Transition first = arrivals.get(0).transition();
        State target = target(first);
        ClassName type = names.type(name);
        if (!isOver(target)) {
            typeOfState.putIfAbsent(target.number(), type);
        }
        Message message = first.action().message();
        boolean gathered = arrivals.stream().map(Arrival::source).allMatch(this::gathers);
        return new MessageType(
                messageTypes.size() + 1,
                type,
                message,
                MemberNames.accessors(first.step(), gathered ? MemberNames.OF_ITEM : plainMethods.get(target.number())),
                wire.layout(message),
                target,
                List.copyOf(arrivals),
                arrivals.stream().anyMatch(arrival -> cycles.recurs(arrival.source(), target)),
                gathered,
                gathered && first.step().marks().quorum().isPresent());
    }

    /** Returns the signatures of a state's methods without parameters. */
    private Set<String> findPlainMethods(State state) {
        return Stream.concat(
                        sendings(state).stream()
                                .filter(sending -> sending.message().payload().isEmpty())
                                .map(sending -> sending.method() + "()"),
                        admitMethods(state).stream())
                .collect(Collectors.toSet());
    }

    private Set<String> admitMethods(State state) {
        return intakes(state).keySet().stream().map(method -> method + "()").collect(Collectors.toSet());
    }

    /** Returns how the role takes members into families in a state, by the names of the methods that do. */
    Map<String, Intake> intakes(State state) {
        List<Intake> all = wire.intakes().stream()
                .filter(intake -> intake.coordinator().equals(machine.role()) && intake.state() == state.number())
                .toList();
        Map<String, Intake> methods = new LinkedHashMap<>();
        boolean single = all.stream().map(Intake::family).distinct().count() == 1;
        all.forEach(intake -> methods.put(single ? "admit" : "admit" + intake.family(), intake));
        return methods;
    }

    /** Returns the states in which members begin that join the role later. */
    List<State> entries() {
        return wire.intakes().stream()
                .filter(intake -> intake.family().equals(machine.role()))
                .map(Intake::entry)
                .distinct()
                .sorted()
                .map(machine.states()::get)
                .toList();
    }

    /** Returns the number of a role. */
    int number(RoleName role) {
        return wire.number(role);
    }

    StateMachine machine() {
        return machine;
    }

    PhaseProfiles phases() {
        return phases;
    }

    TypeNames names() {
        return names;
    }

    List<StateType> stateTypes() {
        return stateTypes;
    }

    Collection<MessageType> messageTypes() {
        return messageTypes.values();
    }

    /** Returns whether a message comes from each member of a family. */
    boolean isGathered(Transition receive) {
        return gathersFrom(receive.action().peer());
    }

    /** Returns whether a state is one in which a message is gathered from a family. */
    boolean gathers(State state) {
        return state.receives() && isGathered(state.transitions().get(0));
    }

    /** Returns whether the role gathers what a peer sends. A protocol in which it may do something else instead is wrong, and is never run. */
    boolean gathersFrom(RoleName peer) {
        return gathered.contains(peer);
    }

    private Set<RoleName> findGathered() {
        Set<RoleName> peers = new HashSet<>();
        Set<RoleName> mixed = new HashSet<>();
        for (State state : machine.states()) {
            boolean only = state.transitions().size() == 1 && !state.accepting();
            for (Transition transition : state.transitions()) {
                RoleName peer = transition.action().peer();
                if (state.receives()
                        && !Joining.isStep(transition)
                        && wire.families().isPlural(machine.role(), peer)) {
                    (only ? peers : mixed).add(peer);
                }
            }
        }
        peers.removeAll(mixed);
        return peers;
    }

    /** Returns whether those whom a member of a family sends a message to may decide without it. */
    boolean mayBeLate(Sending sending) {
        return isFamily() && sending.step().marks().quorum().isPresent();
    }

    /** Returns whether that is so for some message of the role. */
    boolean mayBeLate() {
        return sendings.stream().flatMap(List::stream).anyMatch(this::mayBeLate);
    }

    /** Returns whether a party is the role's in a block that is run for each member of a family. */
    boolean isTurn(RoleName party) {
        return party.parent().equals(Optional.of(machine.role()))
                && wire.families().isPlural(machine.role(), party);
    }

    /** Returns whether a member of a family leaves when a message has been sent. */
    boolean leaves(Sending sending) {
        return wire.leaves(machine.role(), sending.sends().get(0));
    }

    /** Returns whether the role sees a member of a family leave when it receives a message. */
    boolean leaves(Transition receive) {
        return wire.leaves(machine.role(), receive);
    }

    /** Returns whether any number of participants play the role. */
    boolean isFamily() {
        return wire.families().of(machine.role()).isPresent();
    }

    /** Returns the method names that a state's sends without payload take. */
    Set<String> plainMethods(State state) {
        return plainMethods.get(state.number());
    }

    /** Returns how the message of a step travels. */
    Route route(Transition step) {
        return wire.route(machine.role(), step.action());
    }

    /** Returns where the values of a message travel. */
    PayloadLayout layout(Message message) {
        return wire.layout(message);
    }

    /** Returns the message that a step receives. */
    MessageType messageType(Transition receive) {
        return Objects.requireNonNull(messageTypes.get(receive.typeName()));
    }

    /** Returns the state in which the role begins; a party in which it begins its branch. */
    State start() {
        return machine.role().isParty() ? target(machine.initial().transitions().get(0)) : machine.initial();
    }

    /** Returns whether nothing is left to do, but for a party to tell its role so. */
    boolean isOver(State state) {
        return state.isFinal() || isDone(state);
    }

    private boolean isDone(State state) {
        return !state.isFinal() && Joining.isStep(state.transitions().get(0)) && state.sends();
    }

    /** Returns the number of the state that the role is in when nothing is left to do in a state. */
    int stateAfter(State over) {
        return over.isFinal() ? over.number() : over.transitions().get(0).target();
    }

    /** Returns the step by which a party tells its role that it is done; nothing for a role. */
    Optional<Transition> done() {
        return machine.states().stream()
                .filter(this::isDone)
                .findFirst()
                .map(state -> state.transitions().get(0));
    }

    /** Returns the branches that the role waits for in a state that users see; nothing where it waits for none. */
    Optional<Joining> joining(State state) {
        return Joining.in(state, machine);
    }

    /** Returns the parties that this role itself has. */
    List<RoleName> parties() {
        return peers(true).keySet().stream()
                .filter(peer -> peer.parent().equals(Optional.of(machine.role())))
                .toList();
    }

    /** Returns the messages that may be sent in a state. */
    List<Sending> sendings(State state) {
        return sendings.get(state.number());
    }

    /** Returns the state a step leads to. */
    State target(Transition step) {
        return machine.states().get(step.target());
    }

    /** Returns the type a state is seen as; nothing where there is no more to do. */
    Optional<ClassName> typeOf(State state) {
        return Optional.ofNullable(typeOfState.get(state.number()));
    }

    /** Returns whether a message is itself the state that it leads to. */
    boolean isState(MessageType message) {
        return typeOf(message.target()).filter(message.name()::equals).isPresent();
    }

    /** Returns the messages that lead to a state and are subtypes of it. */
    List<ClassName> extensions(StateType state) {
        return messageTypes.values().stream()
                .filter(message -> message.target().number() == state.state().number())
                .filter(message -> !isState(message))
                .map(MessageType::name)
                .toList();
    }

    /** Returns the edges to the roles that this role sends to or, else, from those that it receives from. */
    Map<RoleName, Integer> peers(boolean sends) {
        Map<RoleName, Integer> peers = new LinkedHashMap<>();
        for (int i = 0; i < wire.edges().size(); i++) {
            Edge edge = wire.edges().get(i);
            if (machine.role().equals(sends ? edge.from() : edge.to())) {
                peers.put(sends ? edge.to() : edge.from(), i);
            }
        }
        return peers;
    }

    /** Returns the largest number of objects in a message that the role may receive. */
    int references() {
        return references;
    }

    /** Returns the messages that may be received in a state, each once. */
    List<MessageType> receivable(State state) {
        return state.transitions().stream()
                .map(Transition::typeName)
                .distinct()
                .map(messageTypes::get)
                .toList();
    }

    /** Returns whether {@code receive} gives one of several types in a state. */
    boolean hasAlternatives(State state) {
        return state.receives()
                && !state.isHidden()
                && joining(state).isEmpty()
                && (state.accepting() || receivable(state).size() > 1);
    }

    /** Returns whether the role has one state, and not several, at the start of a block. */
    boolean startsOnce(String block) {
        return machine.states().stream()
                        .filter(state -> state.ownType()
                                && state.block().filter(block::equals).isPresent())
                        .count()
                == 1;
    }

    /** Returns the type of the state a session starts in. */
    ClassName initialType() {
        return typeOf(start()).orElseThrow();
    }

    /** Returns whether the role may find in some state that the protocol is over. */
    boolean mayEnd() {
        return mayEnd(machine);
    }

    /** Returns whether sessions of the protocol can be durable: journals know roles that are played once. */
    boolean isDurable() {
        return wire.families().memberships().isEmpty();
    }

    /** Returns whether the role may find, there and then or when it is resumed, that it is at an end. */
    boolean endsUntold() {
        return mayEnd()
                || (isDurable()
                        && machine.states().stream().flatMap(this::targets).anyMatch(this::isOver));
    }

    /** Returns where a role comes to other than by a message that it receives. */
    private Stream<State> targets(State source) {
        return Stream.concat(
                sendings(source).stream().map(Sending::target), joining(source).map(Joining::target).stream());
    }

    /** Returns whether the role is a family, or deals with the members of one. */
    private boolean meetsFamilies() {
        return isFamily()
                || Stream.of(true, false)
                        .flatMap(sends -> peers(sends).keySet().stream())
                        .anyMatch(peer -> wire.families().isPlural(machine.role(), peer));
    }

    /** Returns whether the role can be played by events, and has a handler for it. */
    boolean isPlayedByEvents() {
        return playedByEvents;
    }

    /** Returns whether the role can come to an end. */
    boolean ends() {
        return endsUntold() || machine.states().stream().anyMatch(State::isFinal);
    }

    /** Returns the number of the state in which nothing is left to do. */
    int end() {
        return end(machine);
    }

    static boolean mayEnd(StateMachine machine) {
        return machine.states().stream().anyMatch(state -> state.receives() && state.accepting() && !state.isHidden());
    }

    /** Where no step leads to an end, a role that finds that the protocol is over goes to a state behind all others. */
    static int end(StateMachine machine) {
        return machine.states().stream()
                .filter(State::isFinal)
                .findFirst()
                .map(State::number)
                .orElse(machine.states().size());
    }
}
