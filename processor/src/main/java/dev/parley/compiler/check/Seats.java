package dev.parley.compiler.check;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.protocol.EdgeDeclaration;
import dev.parley.compiler.protocol.Parameter;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.SeatType;
import dev.parley.compiler.protocol.Step.MessageStep;
import dev.parley.compiler.protocol.TypeRef;
import java.util.List;
import java.util.Optional;

/** A seat that is handed over is that of a role, goes to one receiver, and arrives. */
final class Seats implements DeclarationCheck {

    @Override
    public List<Diagnostic> check(ProtocolDeclaration declaration) {
        return DeclarationCheck.steps(declaration)
                .filter(MessageStep.class::isInstance)
                .map(MessageStep.class::cast)
                .flatMap(message -> message.payload().stream()
                        .flatMap(parameter -> problem(message, parameter, declaration).stream()))
                .toList();
    }

    private static Optional<Diagnostic> problem(
            MessageStep message, Parameter parameter, ProtocolDeclaration declaration) {
        Optional<SeatType> seat = SeatType.of(parameter.type());
        Optional<String> problem = seat.isPresent()
                ? typeProblem(seat.get(), declaration).or(() -> wayProblem(message, declaration))
                : holdsSeat(parameter.type())
                        ? Optional.of("holds a seat within another type, where sending it would not spend it")
                        : Optional.empty();
        return problem.map(text -> Diagnostic.of(
                        DiagnosticId.SEAT_TYPE, parameter.origin(), parameter.name() + " " + text)
                .hint("write Seat<Payment.Payer> or, at the start of a block, Seat.At<Payment.Payer, Payment.Choose>,"
                        + " and send it to one role"));
    }

    private static Optional<String> typeProblem(SeatType seat, ProtocolDeclaration declaration) {
        Optional<ProtocolDeclaration> protocol =
                seat.role().flatMap(role -> declaration.other(SeatType.protocolOf(role)));
        if (seat.role().isEmpty()) {
            return Optional.of("does not say of which role the seat is");
        }
        String role = SeatType.nameOf(seat.role().get());
        if (protocol.flatMap(found -> found.role(role)).isEmpty()) {
            return Optional.of("is the seat of " + role + ", which is no role of a protocol");
        }
        if (protocol.get().role(role).get().family().isPresent()) {
            return Optional.of("is the seat of " + role + ", which is a family and not one participant");
        }
        return seat.inBlock() ? blockProblem(seat, protocol.get()) : Optional.empty();
    }

    private static Optional<String> blockProblem(SeatType seat, ProtocolDeclaration protocol) {
        boolean known = seat.block()
                .filter(block -> SeatType.protocolOf(block).equals(protocol.qualifiedName()))
                .map(SeatType::nameOf)
                .filter(name -> protocol.blocks().stream()
                        .anyMatch(block -> block.name().equals(name)))
                .isPresent();
        return known
                ? Optional.empty()
                : Optional.of("is a seat at "
                        + seat.block().map(SeatType::nameOf).orElse("something")
                        + ", which is no block nested in " + protocol.name());
    }

    private static Optional<String> wayProblem(MessageStep message, ProtocolDeclaration declaration) {
        if (message.to().size() > 1) {
            return Optional.of("is a seat that goes to " + message.to().size() + " roles, and only one could take it");
        }
        boolean lossy = declaration.edges().stream()
                .filter(EdgeDeclaration::lossy)
                .anyMatch(edge -> edge.from().name().equals(message.from().name())
                        && message.to().stream()
                                .anyMatch(to -> to.name().equals(edge.to().name())));
        return lossy ? Optional.of("is a seat on an edge that may lose it") : Optional.empty();
    }

    private static boolean holdsSeat(TypeRef type) {
        if (SeatType.of(type).isPresent()) {
            return true;
        }
        if (type instanceof TypeRef.Declared declared) {
            return declared.arguments().stream().anyMatch(Seats::holdsSeat);
        }
        if (type instanceof TypeRef.Array array) {
            return holdsSeat(array.component());
        }
        return type instanceof TypeRef.Wildcard wildcard && holdsSeat(wildcard.type());
    }
}
