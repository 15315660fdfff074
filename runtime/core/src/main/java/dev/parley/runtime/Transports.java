package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.Edge;
import dev.parley.runtime.ProtocolSpec.Transition;
import dev.parley.runtime.buffer.Gate;
import dev.parley.runtime.buffer.Lane;
import dev.parley.runtime.buffer.MessageLayout;
import dev.parley.runtime.buffer.Mode;
import dev.parley.runtime.buffer.WhenFull;
import dev.parley.runtime.transport.Expectation;
import dev.parley.runtime.transport.InboundLane;
import dev.parley.runtime.transport.OutboundLane;
import dev.parley.runtime.transport.Transport;
import dev.parley.runtime.transport.TransportSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The transports of a session: one for every edge between a role played here and one played elsewhere. */
final class Transports {

    /** Those of every session that is played by one process. */
    private static final Transports NONE = new Transports(Set.of(), List.of());

    /** The roles that are played elsewhere, with their parties. */
    private final Set<Integer> remote;

    private final List<Bound> edges;

    /** Remote roles that have crashed. */
    private volatile Set<Integer> lost = Set.of();

    /** Whether what some remote role sends has ended, so that others may wait in vain. */
    private volatile boolean ended;

    /**
     * What the user has said: a role is played elsewhere.
     *
     * @param role its name
     * @param peer the one role that the transport connects it to; null for all
     * @param transport the transport
     */
    record Remote(String role, @Nullable String peer, Transport transport) {}

    private record Bound(Edge edge, TransportSpec spec, Transport transport) {}

    private Transports(Set<Integer> remote, List<Bound> edges) {
        this.remote = remote;
        this.edges = edges;
    }

    /** Binds every edge that needs it, and fails if one has no transport, several, or one that is unfit, or if no role is local. */
    static Transports of(ProtocolSpec protocol, List<Remote> remotes) {
        if (remotes.isEmpty()) {
            return NONE;
        }
        Set<Integer> elsewhere = elsewhere(protocol, remotes);
        if (elsewhere.size() == protocol.roles().size()) {
            throw new IllegalArgumentException("All roles of " + protocol.name()
                    + " are remote, so nobody here could end the session. Leave at least one role local.");
        }
        List<Bound> bound = new ArrayList<>();
        for (Edge edge : protocol.edges()) {
            if (elsewhere.contains(edge.from()) != elsewhere.contains(edge.to())) {
                checkSingle(protocol, edge);
                TransportSpec spec = spec(protocol, edge, elsewhere.contains(edge.to()));
                bound.add(new Bound(edge, spec, only(protocol, edge, spec, remotes)));
            }
        }
        Transports transports = new Transports(elsewhere, List.copyOf(bound));
        transports.checkFit();
        return transports;
    }

    private static Set<Integer> elsewhere(ProtocolSpec protocol, List<Remote> remotes) {
        Set<Integer> named = new HashSet<>();
        for (Remote each : remotes) {
            named.add(protocol.role(each.role()));
            if (each.peer() != null) {
                protocol.role(each.peer());
            }
        }
        return IntStream.range(0, protocol.roles().size())
                .filter(role -> named.contains(protocol.roleOf(role)))
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void checkSingle(ProtocolSpec protocol, Edge edge) {
        for (int role : new int[] {edge.from(), edge.to()}) {
            if (protocol.family(role) != ProtocolSpec.NO_FAMILY) {
                throw new IllegalArgumentException("The edge " + protocol.describe(edge)
                        + " would leave this process, and " + protocol.roles().get(role)
                        + " is a family. Play families and those who speak with them in one process.");
            }
        }
    }

    boolean isRemote(int role) {
        return remote.contains(role);
    }

    /** Opens the edges; from here on messages may arrive. */
    void open(Session session, Gate gate) {
        for (Bound bound : edges) {
            if (bound.spec().outgoing()) {
                session.wiring().enter(bound.edge(), outbound(bound, session, gate));
            }
        }
        for (Bound bound : edges) {
            if (!bound.spec().outgoing()) {
                session.wiring().enter(bound.edge(), inbound(bound, session, gate));
            }
        }
        for (Bound bound : edges) {
            if (!bound.spec().outgoing()) {
                bound.transport().inbound(bound.spec(), inbound(session, bound.edge()));
            }
        }
    }

    /** Returns whether what some remote role sends has ended. */
    boolean hasEnded() {
        return ended;
    }

    /**
     * A remote role has crashed. All roles here learn of it as soon as they have received what it sent before.
     *
     * @return false if no role here could go on without it
     */
    private boolean survives(Session session, int crashed, Throwable cause) {
        boolean met = session.protocol().edges().stream()
                .filter(edge -> edge.from() == crashed && !isRemote(edge.to()))
                .flatMap(edge -> edge.messages().stream())
                .anyMatch(MessageLayout::crash);
        if (met && isNew(crashed)) {
            edges.stream()
                    .filter(bound -> bound.edge().from() == crashed)
                    .forEach(bound -> inbound(session, bound.edge()).lose());
            session.tolerated(crashed, cause);
            ended(session);
        }
        return met;
    }

    private static InboundLane inbound(Session session, Edge edge) {
        return (InboundLane) session.wiring().lane(edge, edge.from(), edge.to());
    }

    private synchronized boolean isNew(int crashed) {
        Set<Integer> now = new HashSet<>(lost);
        boolean added = now.add(crashed);
        lost = Set.copyOf(now);
        return added;
    }

    private void ended(Session session) {
        ended = true;
        session.quiescence().edgeEnded();
        session.wiring().wakeAll();
    }

    void close() {
        byTransport().keySet().forEach(Transport::close);
    }

    private Lane outbound(Bound bound, Session session, Gate gate) {
        return new OutboundLane(
                bound.spec(),
                bound.edge().messages(),
                bound.edge().lane(),
                gate,
                bound.transport().outbound(bound.spec()),
                failure -> survives(session, bound.edge().to(), failure));
    }

    private InboundLane inbound(Bound bound, Session session, Gate gate) {
        Edge edge = bound.edge();
        return new InboundLane(
                bound.spec(),
                edge.lane(),
                gate,
                session.wiring().waiter(edge.to()),
                new RoleExpectation(this, session, edge));
    }

    private static TransportSpec spec(ProtocolSpec protocol, Edge edge, boolean outgoing) {
        boolean fifo = edge.lane().mode() == Mode.FIFO;
        return new TransportSpec(
                protocol.roles().get(edge.from()),
                protocol.roles().get(edge.to()),
                outgoing,
                fifo,
                fifo && edge.lane().whenFull() != WhenFull.DROP,
                edge.messages().stream().filter(message -> !message.crash()).toList());
    }

    private static Transport only(ProtocolSpec protocol, Edge edge, TransportSpec spec, List<Remote> remotes) {
        String there = protocol.roles().get(protocol.roleOf(spec.outgoing() ? edge.to() : edge.from()));
        String here = protocol.roles().get(protocol.roleOf(spec.outgoing() ? edge.from() : edge.to()));
        List<Remote> candidates = remotes.stream()
                .filter(each -> each.role().equals(there)
                        && (each.peer() == null || each.peer().equals(here)))
                .toList();
        if (candidates.size() != 1) {
            throw new IllegalArgumentException(
                    "The edge " + spec + " has " + (candidates.isEmpty() ? "no" : candidates.size())
                            + " transports; it needs exactly one. Options name it by remote(\"" + there
                            + "\", transport), or by remote(\""
                            + there + "\", \"" + here
                            + "\", transport) where each role here has a transport of its own.");
        }
        return candidates.get(0).transport();
    }

    private void checkFit() {
        byTransport().forEach((transport, specs) -> {
            Optional<String> problem = transport.unfit(specs);
            if (problem.isPresent()) {
                throw new IllegalArgumentException("The transport "
                        + transport.getClass().getName() + " cannot carry "
                        + specs.stream().map(Object::toString).collect(Collectors.joining(", ")) + ": " + problem.get()
                        + ".");
            }
        });
    }

    private Map<Transport, List<TransportSpec>> byTransport() {
        Map<Transport, List<TransportSpec>> groups = new LinkedHashMap<>();
        for (Bound bound : edges) {
            groups.computeIfAbsent(bound.transport(), key -> new ArrayList<>()).add(bound.spec());
        }
        return groups;
    }

    /** What the role at the end of an edge waits for, by the state it is in. */
    private record RoleExpectation(Transports transports, Session session, Edge edge) implements Expectation {

        @Override
        public List<MessageLayout> messages() {
            return all().filter(message -> !message.crash()).toList();
        }

        private Stream<MessageLayout> all() {
            return transitions().stream()
                    .filter(transition -> transition.edge() == edge.lane().edge())
                    .map(transition -> edge.message(transition.message()));
        }

        @Override
        public boolean isDisappointed() {
            return !session.state(edge.to()).accepting()
                    && transitions().stream()
                            .allMatch(transition ->
                                    isSilent(session.protocol().edges().get(transition.edge())));
        }

        private boolean isSilent(Edge each) {
            return IntStream.of(session.cast().senders(each, edge.to()))
                    .allMatch(from -> session.wiring().isClosed(each, from, edge.to())
                            && session.wiring().isEmpty(each, from, edge.to()));
        }

        @Override
        public Optional<MessageLayout> crash() {
            return all().filter(MessageLayout::crash).findFirst();
        }

        @Override
        public boolean isSurvived(Throwable cause) {
            return transports.survives(session, edge.from(), cause);
        }

        @Override
        public void ended() {
            transports.ended(session);
        }

        @Override
        public String describe() {
            LocalState state = session.localState(session.protocol().roles().get(edge.to()));
            return state.role() + " is in " + state.name() + ", where it " + state.actions();
        }

        private List<Transition> transitions() {
            return session.state(edge.to()).transitions();
        }
    }
}
