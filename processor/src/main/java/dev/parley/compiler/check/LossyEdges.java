package dev.parley.compiler.check;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.global.GlobalAutomaton;
import dev.parley.compiler.global.Interaction;
import dev.parley.compiler.machine.BufferBounds;
import dev.parley.compiler.machine.EdgePlanner;
import dev.parley.compiler.machine.SelfLoops;
import dev.parley.compiler.projection.Projection;
import dev.parley.compiler.protocol.EdgeDeclaration;
import dev.parley.compiler.protocol.EdgeDeclaration.Mode;
import dev.parley.compiler.protocol.Message;
import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * An edge may lose messages only where that is harmless: a message that may be lost leaves its receiver where it was. A
 * full buffer loses a message that finds as many before it as it holds; a buffer of the latest value loses a message that
 * the sender may follow up before it has arrived.
 */
public final class LossyEdges {

    private LossyEdges() {}

    /** Returns an error for each message that a lossy edge may lose and must not. */
    public static List<Diagnostic> check(
            GlobalAutomaton global, List<EdgeDeclaration> edges, List<Projection> projections) {
        List<Diagnostic> found = new ArrayList<>();
        for (EdgeDeclaration edge : edges) {
            if (edge.lossy()) {
                projections.stream()
                        .filter(projection ->
                                projection.role().role().equals(edge.to().role()))
                        .forEach(receiver -> global.roles().stream()
                                .filter(role -> role.role().equals(edge.from().role()))
                                .forEach(sender -> check(global, edge, sender, receiver, found)));
            }
        }
        return found;
    }

    private static void check(
            GlobalAutomaton global,
            EdgeDeclaration edge,
            RoleName sender,
            Projection receiver,
            List<Diagnostic> found) {
        BufferBounds.Bound bound = BufferBounds.of(global, sender, receiver.role());
        Set<Interaction> harmless = SelfLoops.of(receiver);
        Map<Message, Interaction> lost = new HashMap<>();
        for (Interaction message : bound.inFlightBefore().keySet()) {
            if (mayBeLost(edge, bound, message) && !harmless.contains(message)) {
                lost.put(message.message(), message);
            }
        }
        lost.values().stream()
                .sorted(Comparator.comparing(Interaction::toString))
                .forEach(message -> found.add(mustNotBeLost(edge, bound, message)));
    }

    private static boolean mayBeLost(EdgeDeclaration edge, BufferBounds.Bound bound, Interaction message) {
        if (edge.mode() == Mode.LATEST_VALUE) {
            return bound.overtaken().contains(message);
        }
        int capacity = EdgePlanner.capacity(edge.capacity(), bound.max());
        return bound.inFlightBefore().getOrDefault(message, 0) >= capacity;
    }

    private static Diagnostic mustNotBeLost(EdgeDeclaration edge, BufferBounds.Bound bound, Interaction message) {
        String how = edge.mode() == Mode.LATEST_VALUE
                ? message.from().role() + " may send another before it has arrived, which replaces it"
                : "it may find the buffer full" + inFlight(bound.max());
        return Diagnostic.of(
                        DiagnosticId.EDGE_LOSSY,
                        edge.origin(),
                        "the edge " + edge.from().name() + " -> " + edge.to().name() + " may lose " + message.message()
                                + ", and " + edge.to().name() + " could not go on without it")
                .because(List.of(how))
                .hint("make the edge FIFO with whenFull = BLOCK, or let only messages travel on it after which "
                        + edge.to().name() + " is where it was before");
    }

    private static String inFlight(OptionalInt max) {
        return max.isPresent()
                ? ": up to " + max.getAsInt() + " messages can be in flight"
                : ": there is no limit to the messages in flight";
    }
}
