package dev.parley.compiler;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.machine.State;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.Parameter;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.SeatType;
import dev.parley.compiler.protocol.Step.MessageStep;
import dev.parley.compiler.protocol.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A role that is handed over at the start of a block has one state there, and not none or several. */
final class SeatSpots {

    private final ProtocolDeclaration declaration;
    private final Function<ProtocolDeclaration, List<StateMachine>> compiler;
    private final Map<String, List<StateMachine>> machines = new HashMap<>();

    /**
     * Creates the check.
     *
     * @param compiler gives the machines of another protocol; none where it has errors, which are told elsewhere
     */
    SeatSpots(ProtocolDeclaration declaration, Function<ProtocolDeclaration, List<StateMachine>> compiler) {
        this.declaration = declaration;
        this.compiler = compiler;
    }

    List<Diagnostic> check() {
        List<Diagnostic> found = new ArrayList<>();
        Stream.concat(Stream.of(declaration.main()), declaration.blocks().stream())
                .map(BlockDeclaration::steps)
                .flatMap(List::stream)
                .filter(MessageStep.class::isInstance)
                .flatMap(step -> ((MessageStep) step).payload().stream())
                .forEach(parameter -> problem(parameter).ifPresent(found::add));
        return found;
    }

    private Optional<Diagnostic> problem(Parameter parameter) {
        Optional<SeatType> seat = SeatType.of(parameter.type()).filter(SeatType::inBlock);
        if (seat.isEmpty() || seat.get().role().isEmpty() || seat.get().block().isEmpty()) {
            return Optional.empty();
        }
        TypeRef.Declared role = seat.get().role().get();
        String block = SeatType.nameOf(seat.get().block().get());
        if (declaration
                .other(SeatType.protocolOf(seat.get().block().get()))
                .flatMap(other -> other.block(block))
                .isEmpty()) {
            return Optional.empty(); // reported by the check of seats
        }
        long states = machine(role).stream()
                .flatMap(machine -> machine.states().stream())
                .filter(State::ownType)
                .filter(state -> state.block().filter(block::equals).isPresent())
                .count();
        if (machine(role).isEmpty() || states == 1) {
            return Optional.empty();
        }
        return Optional.of(Diagnostic.of(
                        DiagnosticId.SEAT_TYPE,
                        parameter.origin(),
                        parameter.name() + " is a seat at " + block + ", at whose start " + SeatType.nameOf(role)
                                + " has " + (states == 0 ? "no state of its own" : states + " states"))
                .hint("hand the role over where it takes part first in a block that is run in one place"));
    }

    private Optional<StateMachine> machine(TypeRef.Declared role) {
        String protocol = SeatType.protocolOf(role);
        return machines
                .computeIfAbsent(
                        protocol, key -> declaration.other(key).map(compiler).orElse(List.of()))
                .stream()
                .filter(machine -> machine.role().value().equals(SeatType.nameOf(role)))
                .findFirst();
    }
}
