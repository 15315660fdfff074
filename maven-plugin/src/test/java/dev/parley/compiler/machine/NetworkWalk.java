package dev.parley.compiler.machine;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.machine.Network.Configuration;
import dev.parley.compiler.machine.Network.Move;
import java.util.List;
import java.util.stream.IntStream;

/** A walk through a protocol, a step at a time, as the compiler's own network of machines allows it. */
public final class NetworkWalk {

    private final List<StateMachine> machines;
    private final List<Edge> edges;
    private final Network network;
    private final int[] inFlight;
    private Configuration now;

    /** Starts at the start. The buffers of the protocol must not lose anything. */
    public NetworkWalk(CompiledProtocol protocol) {
        machines = protocol.machines();
        edges = protocol.edges();
        network = new Network(
                machines, edges.stream().mapToInt(Edge::maxCapacity).max().orElseThrow());
        inFlight = new int[network.channels().size()];
        now = network.initial();
    }

    /** Returns what may happen next. */
    public List<Event> enabled() {
        return moves().stream().map(move -> move.step().event()).toList();
    }

    private List<Move> moves() {
        return network.moves(now).stream()
                .filter(move -> !move.step().sends()
                        || inFlight[move.step().channel()]
                                < capacity(move.step().channel()))
                .toList();
    }

    private int capacity(int channel) {
        Network.Channel way = network.channels().get(channel);
        return edges.stream()
                .filter(edge -> edge.from().equals(way.from()) && edge.to().equals(way.to()))
                .mapToInt(Edge::maxCapacity)
                .findFirst()
                .orElseThrow();
    }

    /** Does one of the things that are enabled. */
    public void take(int place) {
        Move move = moves().get(place);
        inFlight[move.step().channel()] += move.step().sends() ? 1 : -1;
        now = move.after();
    }

    /** Returns the state that each role is in. */
    public List<State> states() {
        return IntStream.range(0, machines.size())
                .mapToObj(role -> network.state(now, role))
                .toList();
    }
}
