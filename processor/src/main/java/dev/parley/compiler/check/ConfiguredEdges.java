package dev.parley.compiler.check;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.diagnostic.Origin;
import dev.parley.compiler.protocol.EdgeDeclaration;
import dev.parley.compiler.protocol.EdgeDeclaration.Mode;
import dev.parley.compiler.protocol.EdgeDeclaration.WhenFull;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Step.MessageStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A configured edge is used by the protocol, configured once, and its numbers make sense. */
final class ConfiguredEdges implements DeclarationCheck {

    /** The most messages a buffer may hold: 2<sup>24</sup>. */
    private static final int MAX_CAPACITY = 1 << 24;

    @Override
    public List<Diagnostic> check(ProtocolDeclaration declaration) {
        Set<String> used = new HashSet<>();
        DeclarationCheck.steps(declaration).forEach(step -> {
            if (step instanceof MessageStep message) {
                message.to().forEach(to -> used.add(pair(message.from().name(), to.name())));
            }
        });
        Set<String> known = DeclarationCheck.roleNames(declaration);
        List<Diagnostic> found = new ArrayList<>();
        Set<String> configured = new HashSet<>();
        for (EdgeDeclaration edge : declaration.edges()) {
            String pair = pair(edge);
            if (known.contains(edge.from().name()) && known.contains(edge.to().name()) && !used.contains(pair)) {
                found.add(Diagnostic.of(
                                DiagnosticId.EDGE_PAIR,
                                edge.origin(),
                                edge.from().name() + " never sends to "
                                        + edge.to().name())
                        .hint("remove this @Edge; each direction of a pair is an edge of its own"));
            }
            if (!configured.add(pair)) {
                found.add(Diagnostic.of(
                                DiagnosticId.EDGE_PAIR, edge.origin(), "the edge " + pair + " is configured twice")
                        .hint("keep one @Edge for each ordered pair of roles"));
            }
            checkNumbers(edge, found);
        }
        return found;
    }

    private static void checkNumbers(EdgeDeclaration edge, List<Diagnostic> found) {
        if (edge.capacity() < 0 || edge.capacity() > MAX_CAPACITY) {
            found.add(capacity(
                    edge.capacityOrigin(),
                    "a capacity of " + edge.capacity() + " is not possible for the edge " + pair(edge),
                    "take 1 to " + MAX_CAPACITY + ", or leave it out for what the compiler finds best"));
        }
        if (edge.mode() == Mode.LATEST_VALUE && edge.capacity() > 1) {
            found.add(capacity(
                    edge.capacityOrigin(),
                    "the edge " + pair(edge) + " keeps the latest value only and has no capacity of " + edge.capacity(),
                    "leave the capacity out"));
        }
        if (edge.mode() == Mode.LATEST_VALUE && edge.whenFull() != WhenFull.BLOCK) {
            found.add(capacity(
                    edge.origin(),
                    "the edge " + pair(edge)
                            + " keeps the latest value only and is never full, so whenFull has no meaning",
                    "leave whenFull out"));
        }
        boolean grows = edge.whenFull() == WhenFull.RESIZE;
        if (grows && (edge.maxCapacity() < Math.max(edge.capacity(), 1) || edge.maxCapacity() > MAX_CAPACITY)) {
            found.add(capacity(
                    edge.maxCapacityOrigin(),
                    "the edge " + pair(edge) + " grows and needs a maxCapacity from its capacity to " + MAX_CAPACITY
                            + ", not " + edge.maxCapacity(),
                    "give maxCapacity"));
        }
        if (!grows && edge.maxCapacity() != 0) {
            found.add(capacity(
                    edge.maxCapacityOrigin(),
                    "the edge " + pair(edge) + " does not grow and has no maxCapacity",
                    "leave it out, or say whenFull = RESIZE"));
        }
    }

    private static Diagnostic capacity(Origin origin, String problem, String hint) {
        return Diagnostic.of(DiagnosticId.EDGE_CAPACITY, origin, problem).hint(hint);
    }

    private static String pair(EdgeDeclaration edge) {
        return pair(edge.from().name(), edge.to().name());
    }

    private static String pair(String from, String to) {
        return from + " -> " + to;
    }
}
