package dev.parley.runtime;

import dev.parley.runtime.buffer.LaneSpec;
import dev.parley.runtime.buffer.MessageLayout;
import dev.parley.runtime.effect.GuardedMessage;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A compiled protocol as data: its roles, the edges between them, and each role's machine.
 *
 * <p>A role that takes part in several branches of a parallel block has a <em>party</em> in each, which plays there in its
 * place and is numbered like a role. Its name, such as {@code Master.Both.left}, is that of its role, the block and the branch.
 *
 * <p>Immutable.
 */
public final class ProtocolSpec {

    /** What {@link #family} returns for a role that is played once. */
    static final int NO_FAMILY = -1;

    /** What {@link #leader} returns where no role has to say for which members a block is run. */
    static final int NO_LEADER = -1;

    private final String name;
    private final String simpleName;
    private final List<String> roles;
    private final List<Multiplicity> multiplicities;
    private final List<Edge> edges;
    private final List<Machine> machines;
    private final List<String> phases;

    /** For each party the number of the role or party that it is a party of; for each role -1. */
    private final int[] parents;

    private final List<GuardedMessage> guarded;

    /** Who takes part in every session; null where there are families. */
    private final @Nullable Cast singles;

    @SuppressWarnings("this-escape") // the cast only keeps it
    ProtocolSpec(
            String name,
            List<String> roles,
            List<Multiplicity> multiplicities,
            List<String> phases,
            List<Edge> edges,
            List<Machine> machines,
            List<GuardedMessage> guarded) {
        this.name = name;
        this.simpleName = name.substring(name.lastIndexOf('.') + 1);
        this.roles = List.copyOf(roles);
        this.multiplicities = List.copyOf(multiplicities);
        this.edges = List.copyOf(edges);
        this.machines = List.copyOf(machines);
        this.phases = List.copyOf(phases);
        this.parents = this.roles.stream()
                .mapToInt(role -> this.roles.indexOf(parent(role)))
                .toArray();
        this.guarded = List.copyOf(guarded);
        this.singles = hasFamilies() ? null : new Cast(this);
    }

    /**
     * How often a role is played.
     *
     * @param family the number of the family with each of whose members it is played once; {@link #NO_FAMILY} for a single role
     * @param minimum how many members the role, if it is a family, has at least
     * @param leader the number of the party whose role says with which members this one is played; {@link #NO_LEADER} if nobody has to
     */
    record Multiplicity(int family, int minimum, int leader) {

        static final Multiplicity SINGLE = new Multiplicity(NO_FAMILY, 1, NO_LEADER);
    }

    /**
     * The way from one role to another.
     *
     * @param from the number of the role that sends
     * @param to the number of the role that receives
     * @param lane the shape of its buffer
     * @param alternating whether never more than one message is in flight between the two roles, both directions together
     * @param messages what travels on it, each at its code less 1
     */
    public record Edge(int from, int to, LaneSpec lane, boolean alternating, List<MessageLayout> messages) {
        /** Copies the messages. */
        public Edge {
            messages = List.copyOf(messages);
        }

        /** Returns the message of a code. */
        public MessageLayout message(int code) {
            return messages.get(code - 1);
        }
    }

    /**
     * What one role does.
     *
     * @param role the number of the role
     * @param states its states, each at its number; it starts in the first
     */
    public record Machine(int role, List<State> states) {
        /** Copies the states. */
        public Machine {
            states = List.copyOf(states);
        }
    }

    /**
     * A state of a role.
     *
     * @param name its name
     * @param accepting whether the protocol may be over for the role here
     * @param multicastRest whether a message has been sent to some of its receivers here; its only transition sends it to the next
     * @param transitions what the role may do; all of them sends, or all receives
     * @param timeout what is sent for the role when it has not chosen in time
     */
    public record State(
            String name,
            boolean accepting,
            boolean multicastRest,
            List<Transition> transitions,
            Optional<Timeout> timeout) {
        /** Copies the transitions. */
        public State {
            transitions = List.copyOf(transitions);
        }

        /** Returns whether nothing is left to do. */
        public boolean isFinal() {
            return transitions.isEmpty();
        }

        /** Returns whether the role receives here. */
        public boolean receives() {
            return !transitions.isEmpty() && !transitions.get(0).sends();
        }
    }

    /** Whether a member of a family leaves with a step. */
    public enum Leaving {
        /** It stays. */
        NONE,
        /** It has left if the receiver has decided without its message. */
        POSSIBLE,
        /** It leaves. */
        CERTAIN
    }

    /**
     * A step of a role.
     *
     * @param sends whether the role sends the message; else it receives it
     * @param edge the number of the edge
     * @param message the message's code
     * @param target the number of the state the role is in then
     * @param leaving whether the member of a family that takes the step, or with whom it is taken, leaves with it
     * @param phase the number, in {@link #phases}, of the phase that the message belongs to
     * @param guard the number, in {@link #guarded}, of the guard to pass before the message is sent, to this role and to those after it
     */
    public record Transition(
            boolean sends, int edge, int message, int target, Leaving leaving, OptionalInt phase, OptionalInt guard) {}

    /**
     * What is sent for a role that does not choose.
     *
     * @param transition the step, to the first receiver
     * @param after how long the role may take, from when it enters the state; positive
     * @param receivers how many roles the message is sent to, each from the state behind the one before
     */
    public record Timeout(Transition transition, Duration after, int receivers) {}

    /**
     * Reads a compiled protocol.
     *
     * @param lines its text, as the annotation processor writes it
     * @throws IllegalArgumentException if it is not that
     */
    public static ProtocolSpec of(String... lines) {
        return new SpecParser(lines).parse();
    }

    /** Returns the qualified name of the protocol's interface. */
    public String name() {
        return name;
    }

    /** Returns the protocol's name without its package and the types around it. */
    public String simpleName() {
        return simpleName;
    }

    private static String parent(String role) {
        int branch = role.lastIndexOf('.');
        return branch < 0 ? "" : role.substring(0, Math.max(0, role.lastIndexOf('.', branch - 1)));
    }

    /** Returns whether a role is a family. */
    public boolean isFamily(int role) {
        return family(role) == role;
    }

    /** Returns whether who receives on an edge gathers there: takes a message of each member of a family. */
    public boolean gathers(int edge) {
        int family = family(edges.get(edge).from());
        return family != NO_FAMILY && family != family(edges.get(edge).to());
    }

    /** Returns the number of the role that a party belongs to; of a role its own. */
    public int roleOf(int party) {
        int role = party;
        while (isParty(role)) {
            role = parents[role];
        }
        return role;
    }

    /** Returns whether a number is that of a party. */
    public boolean isParty(int role) {
        return parents[role] >= 0;
    }

    /** Returns whether an edge is between a role, or a party, and one of its own parties. */
    public boolean isInternal(Edge edge) {
        return isFork(edge) || isJoin(edge);
    }

    /** Returns whether a role, or a party, lets one of its own parties begin by what it sends on an edge. */
    boolean isFork(Edge edge) {
        return parents[edge.to()] == edge.from();
    }

    /** Returns whether a party tells by what it sends on an edge that it is done. */
    boolean isJoin(Edge edge) {
        return parents[edge.from()] == edge.to();
    }

    /**
     * Returns the party whose role says for which members a block is run, to the role of the given party: perhaps that one itself, where others
     * wait for its word; {@link #NO_LEADER} where it is known anyway.
     */
    int leader(int party) {
        return multiplicities.get(party).leader();
    }

    /** Returns the edges on which roles begin a block that wait for the word of a party's role. */
    List<Edge> followers(int party) {
        return edges.stream()
                .filter(edge -> edge.to() != party && parents[edge.to()] == edge.from() && leader(edge.to()) == party)
                .toList();
    }

    /** Returns whether all that a role, or a party, does in a state is between it and its own parties. */
    boolean isAmongBranches(int role, int state) {
        return machines.get(role).states().get(state).transitions().stream()
                .map(transition -> edges.get(transition.edge()))
                .allMatch(edge -> parents[edge.from()] == role || parents[edge.to()] == role);
    }

    /** Returns a party for messages to users, such as {@code branch left of Both}. */
    String describeParty(int party) {
        String name = roles.get(party);
        int branch = name.lastIndexOf('.');
        return "branch " + name.substring(branch + 1) + " of "
                + name.substring(name.lastIndexOf('.', branch - 1) + 1, branch);
    }

    /** Returns the names of the roles and parties, each at its number. */
    public List<String> roles() {
        return roles;
    }

    /**
     * Returns the number of a role.
     *
     * @throws IllegalArgumentException if the protocol has no such role
     */
    public int role(String role) {
        int number = roles.indexOf(role);
        if (number < 0) {
            throw new IllegalArgumentException("The protocol " + name + " has no role " + role + "; its roles are "
                    + String.join(", ", roles) + ".");
        }
        return number;
    }

    /** Returns the number of the family with each of whose members a role is played once, or {@link #NO_FAMILY}. */
    int family(int role) {
        return multiplicities.get(role).family();
    }

    /** Returns how many members a family has at least. */
    int minimum(int family) {
        return multiplicities.get(family).minimum();
    }

    /** Returns whether some role is played by several. */
    boolean hasFamilies() {
        return multiplicities.stream().anyMatch(each -> each.family() != NO_FAMILY);
    }

    /** Returns who takes part in every session of a protocol without families. */
    Cast singles() {
        return Objects.requireNonNull(singles, "the protocol has families");
    }

    /** Returns the edges, each at its number. */
    public List<Edge> edges() {
        return edges;
    }

    /**
     * Returns the edge between the same two roles in the other direction.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    public Edge reverse(Edge edge) {
        return edges.stream()
                .filter(back -> back.from() == edge.to() && back.to() == edge.from())
                .findFirst()
                .orElseThrow();
    }

    /** Returns what a step sends or receives. */
    public MessageLayout message(Transition transition) {
        return edges.get(transition.edge()).message(transition.message());
    }

    /** Returns the step that is taken for a role that has crashed in a state, to the first who is told. */
    Optional<Transition> crash(State state) {
        return state.transitions().stream()
                .filter(Transition::sends)
                .filter(transition -> message(transition).crash())
                .findFirst();
    }

    /**
     * Returns the step by which a member of a family that has crashed in a state leaves, as it might have done itself: one with a message
     * that says nothing more, or one without which the receiver may decide.
     *
     * @param role the member's; others may tell members to leave, and stay themselves
     */
    Optional<Transition> farewell(int role, State state) {
        if (family(role) != role) {
            return Optional.empty();
        }
        return state.transitions().stream()
                .filter(step -> step.sends() && step.guard().isEmpty())
                .filter(step -> step.leaving() == Leaving.POSSIBLE
                        || (step.leaving() == Leaving.CERTAIN
                                && message(step).parameters().isEmpty()))
                .findFirst();
    }

    /** Returns the machines, each at the number of its role. */
    public List<Machine> machines() {
        return machines;
    }

    /** Returns the names of the phases, each at its number, in the order in which a run comes to them. */
    public List<String> phases() {
        return phases;
    }

    /** Returns the messages that have guards before them, each at its number; a message that is declared twice is two. */
    public List<GuardedMessage> guarded() {
        return guarded;
    }

    /**
     * Returns a digest of what the roles may send and receive, in what order. Names of states and sizes of buffers are not part of it:
     * sessions go on when these change.
     */
    public String version() {
        return Behaviour.digest(this);
    }

    /** Returns an edge's ends for messages to users, such as {@code Client -> Server}. */
    public String describe(Edge edge) {
        return roles.get(edge.from()) + " -> " + roles.get(edge.to());
    }

    @Override
    public String toString() {
        return name;
    }
}
