package dev.parley.processor.codegen;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.machine.Action;
import dev.parley.compiler.machine.Edge;
import dev.parley.compiler.protocol.Message;
import dev.parley.compiler.protocol.RoleName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the messages of a protocol travel: on which edge, under which code, with their values at which places. */
final class WireFormat {

    private final List<Edge> edges;
    private final Map<Interaction, Route> routes = new HashMap<>();
    private final Map<Message, PayloadLayout> layouts = new HashMap<>();

    WireFormat(CompiledProtocol protocol) {
        edges = protocol.edges();
        for (int i = 0; i < edges.size(); i++) {
            Edge edge = edges.get(i);
            int code = 1;
            for (Message message : edge.messages()) {
                routes.put(new Interaction(edge.from(), edge.to(), message), new Route(i, code++));
                layouts.computeIfAbsent(message, PayloadLayout::of);
            }
        }
    }

    /**
     * The way of a message.
     *
     * @param edge the index of the edge
     * @param code the message's code on that edge
     */
    record Route(int edge, int code) {}

    private record Interaction(RoleName from, RoleName to, Message message) {}

    List<Edge> edges() {
        return edges;
    }

    /** Returns how the message travels that the role sends or receives. */
    Route route(RoleName role, Action action) {
        return action instanceof Action.Send
                ? route(role, action.peer(), action.message())
                : route(action.peer(), role, action.message());
    }

    Route route(RoleName from, RoleName to, Message message) {
        Route route = routes.get(new Interaction(from, to, message));
        if (route == null) {
            throw new IllegalArgumentException("no edge carries " + message + " from " + from + " to " + to);
        }
        return route;
    }

    PayloadLayout layout(Message message) {
        PayloadLayout layout = layouts.get(message);
        if (layout == null) {
            throw new IllegalArgumentException("no edge carries " + message);
        }
        return layout;
    }
}
