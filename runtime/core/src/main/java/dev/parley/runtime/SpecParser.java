package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.Edge;
import dev.parley.runtime.ProtocolSpec.Leaving;
import dev.parley.runtime.ProtocolSpec.Machine;
import dev.parley.runtime.ProtocolSpec.Multiplicity;
import dev.parley.runtime.ProtocolSpec.State;
import dev.parley.runtime.ProtocolSpec.Timeout;
import dev.parley.runtime.ProtocolSpec.Transition;
import dev.parley.runtime.buffer.LaneSpec;
import dev.parley.runtime.buffer.MessageLayout;
import dev.parley.runtime.buffer.MessageLayout.Parameter;
import dev.parley.runtime.buffer.MessageLayout.Place;
import dev.parley.runtime.buffer.Mode;
import dev.parley.runtime.buffer.Primitive;
import dev.parley.runtime.buffer.WhenFull;
import dev.parley.runtime.effect.Capability;
import dev.parley.runtime.effect.Guard;
import dev.parley.runtime.effect.GuardedMessage;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a compiled protocol: one thing a line, its fields separated by tabs, a thing's parts on the lines
 * after it. The text comes from a compiler, so the first mistake ends the reading.
 */
final class SpecParser {

    private static final String VERSION = "1";

    private final String[] lines;
    private final List<String> roles = new ArrayList<>();
    private final List<Multiplicity> multiplicities = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final List<Machine> machines = new ArrayList<>();
    private final List<String> phases = new ArrayList<>();
    private final List<GuardedMessage> guarded = new ArrayList<>();
    private int line;
    private String[] fields = {};

    SpecParser(String... lines) {
        this.lines = lines.clone();
    }

    ProtocolSpec parse() {
        if (!next("parley")) {
            throw wrong("a compiled protocol begins with a line 'parley'");
        }
        if (!text(1).equals(VERSION)) {
            throw wrong("it is written in version " + text(1) + " and this runtime reads version " + VERSION
                    + "; use the runtime of the same release as the annotation processor");
        }
        String name = text(2);
        while (next("role")) {
            roles.add(text(1));
            multiplicities.add(multiplicity());
        }
        if (roles.isEmpty()) {
            throw wrong("a protocol has roles");
        }
        while (next("phase")) {
            phases.add(text(1));
        }
        while (next("edge")) {
            edges.add(edge());
        }
        while (next("machine")) {
            machines.add(machine());
        }
        if (line < lines.length) {
            line++;
            throw wrong("it does not belong here");
        }
        checkWhole();
        return new ProtocolSpec(name, roles, multiplicities, phases, edges, machines, guarded);
    }

    /** Of who is played by several, the family follows and how many members it has at least; then, of some parties, a leader. */
    private Multiplicity multiplicity() {
        if (fields.length == 2) {
            return Multiplicity.SINGLE;
        }
        return new Multiplicity(number(2), number(3), fields.length > 4 ? number(4) : ProtocolSpec.NO_LEADER);
    }

    private Edge edge() {
        int from = index(1, roles.size(), "role");
        int to = index(2, roles.size(), "role");
        LaneSpec lane;
        try {
            lane = new LaneSpec(
                    edges.size(),
                    constant(3, Mode.class),
                    constant(4, WhenFull.class),
                    number(5),
                    number(6),
                    number(8),
                    number(9));
        } catch (IllegalArgumentException e) {
            throw e instanceof MalformedSpec ? e : malformed(e.getMessage());
        }
        boolean alternating = flag(7);
        List<MessageLayout> messages = new ArrayList<>();
        while (next("message") || next("crash")) {
            messages.add(message(messages.size() + 1, lane));
        }
        return new Edge(from, to, lane, alternating, messages);
    }

    private MessageLayout message(int code, LaneSpec lane) {
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 2; i < fields.length; i++) {
            parameters.add(parameter(text(i), lane));
        }
        return new MessageLayout(code, text(1), parameters, fields[0].equals("crash"));
    }

    private Parameter parameter(String text, LaneSpec lane) {
        String[] parts = text.split(":", -1);
        if (parts.length != 4) {
            throw wrong("the parameter '" + text + "' is not of the form name:type:word:shift or name:type:ref:slot");
        }
        if (parts[2].equals("ref")) {
            int slot = index(parts[3], lane.references(), "reference");
            return new Parameter(parts[0], parts[1], new Place.Reference(slot));
        }
        Primitive primitive = Primitive.named(parts[1])
                .orElseThrow(() -> wrong("'" + parts[1] + "' is no primitive type, so it cannot lie in a word"));
        int word = index(parts[2], lane.stride(), "word");
        // The header's upper half holds the message's code.
        int shift = index(parts[3], (word == 0 ? 32 : 64) - primitive.bits() + 1, "shift");
        return new Parameter(parts[0], parts[1], new Place.Bits(primitive, word, shift));
    }

    private Machine machine() {
        int role = index(1, roles.size(), "role");
        if (role != machines.size()) {
            throw wrong("machines come in the order of the roles, and the next is " + machines.size());
        }
        List<State> states = new ArrayList<>();
        while (next("state")) {
            String name = text(1);
            boolean accepting = flag(2);
            boolean multicastRest = fields.length > 3 && text(3).equals("multicast");
            List<Transition> transitions = new ArrayList<>();
            List<Timeout> timeouts = new ArrayList<>();
            while (next("send") || next("receive")) {
                Transition transition = transition(role);
                transitions.add(transition);
                if (transition.sends() && next("timeout")) {
                    timeouts.add(timeout(transition));
                }
            }
            Optional<Timeout> soonest = timeouts.stream().min(Comparator.comparing(Timeout::after));
            states.add(new State(name, accepting, multicastRest, transitions, soonest));
        }
        checkStates(states);
        return new Machine(role, states);
    }

    private Transition transition(int role) {
        boolean sends = fields[0].equals("send");
        int number = index(1, edges.size(), "edge");
        Edge edge = edges.get(number);
        if ((sends ? edge.from() : edge.to()) != role) {
            throw wrong("the edge " + number + " is not one on which " + roles.get(role)
                    + (sends ? " sends" : " receives"));
        }
        int message = number(2);
        if (message < 1 || message > edge.messages().size()) {
            throw wrong("the edge " + number + " has no message " + message);
        }
        int target = number(3);
        OptionalInt guard = OptionalInt.empty();
        if (sends && next("guard")) {
            guard = OptionalInt.of(guarded.size());
            guarded.add(guarded(edge.message(message).label()));
        }
        Leaving leaving = next("leaves") ? Leaving.CERTAIN : next("late") ? Leaving.POSSIBLE : Leaving.NONE;
        OptionalInt phase = next("in") ? OptionalInt.of(index(1, phases.size(), "phase")) : OptionalInt.empty();
        return new Transition(sends, number, message, target, leaving, phase, guard);
    }

    private Timeout timeout(Transition transition) {
        try {
            Duration after = Duration.parse(text(1));
            int receivers = number(2);
            if (after.compareTo(Duration.ZERO) > 0 && receivers > 0) {
                return new Timeout(transition, after, receivers);
            }
            throw wrong("a timeout has a duration above 0, and a message has receivers");
        } catch (DateTimeParseException e) {
            throw wrong("'" + text(1) + "' is no duration");
        }
    }

    private GuardedMessage guarded(String label) {
        List<String> to = new ArrayList<>();
        for (int i = 5; i < fields.length; i++) {
            to.add(role(i));
        }
        try {
            Guard guard = new Guard(present(1).map(Capability::new), Long.parseLong(text(2)), present(3));
            return new GuardedMessage(label, role(4), to, guard);
        } catch (IllegalArgumentException e) {
            throw e instanceof MalformedSpec ? e : malformed(e.getMessage());
        }
    }

    private String role(int field) {
        if (!roles.contains(text(field))) {
            throw wrong("there is no role " + text(field));
        }
        return text(field);
    }

    private Optional<String> present(int field) {
        return Optional.of(text(field)).filter(text -> !text.isEmpty());
    }

    private void checkStates(List<State> states) {
        if (states.isEmpty()) {
            throw wrong("a machine has at least one state");
        }
        for (State state : states) {
            for (Transition transition : state.transitions()) {
                if (transition.target() < 0 || transition.target() >= states.size()) {
                    throw wrong("the state " + state.name() + " leads to state " + transition.target()
                            + ", and there are " + states.size());
                }
                if (transition.sends() == state.receives()) {
                    throw wrong("the state " + state.name() + " both sends and receives");
                }
            }
        }
    }

    private void checkWhole() {
        for (Multiplicity each : multiplicities) {
            if (each.family() != ProtocolSpec.NO_FAMILY
                    && (each.family() < 0
                            || each.family() >= roles.size()
                            || multiplicities.get(each.family()).family() != each.family())) {
                throw wrong("the role " + each.family() + " is no family");
            }
            if (each.leader() < ProtocolSpec.NO_LEADER || each.leader() >= roles.size()) {
                throw wrong("the role " + each.leader() + " does not exist");
            }
        }
        if (machines.size() != roles.size()) {
            throw wrong("there are " + roles.size() + " roles and " + machines.size() + " machines");
        }
        for (Edge edge : edges) {
            if (edge.alternating()
                    && edges.stream()
                            .noneMatch(back ->
                                    back.from() == edge.to() && back.to() == edge.from() && back.alternating())) {
                throw wrong("the edge " + edge.lane().edge() + " alternates with none");
            }
        }
    }

    /** Moves on to the next line if it is of the kind. */
    private boolean next(String kind) {
        if (line == lines.length) {
            return false;
        }
        String[] next = lines[line].split("\t", -1);
        if (!next[0].equals(kind)) {
            return false;
        }
        fields = next;
        line++;
        return true;
    }

    private String text(int field) {
        if (field >= fields.length) {
            throw wrong("its field " + field + " is missing");
        }
        return fields[field];
    }

    private int number(int field) {
        return parse(text(field));
    }

    private int index(int field, int size, String what) {
        return index(text(field), size, what);
    }

    private int index(String text, int size, String what) {
        int index = parse(text);
        if (index < 0 || index >= size) {
            throw wrong("the " + what + " " + index + " is not below " + size);
        }
        return index;
    }

    private int parse(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw wrong("'" + text + "' is not a number");
        }
    }

    private boolean flag(int field) {
        String text = text(field);
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("'" + text + "' is neither true nor false");
        };
    }

    private <E extends Enum<E>> E constant(int field, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text(field))) {
                return constant;
            }
        }
        throw wrong("'" + text(field) + "' is no " + type.getSimpleName().toLowerCase(Locale.ROOT));
    }

    private MalformedSpec wrong(String what) {
        return malformed(what + ".");
    }

    private MalformedSpec malformed(@Nullable String sentence) {
        String where = line == 0 || line > lines.length ? "" : ", line " + line + " ('" + lines[line - 1] + "')";
        return new MalformedSpec("This is not the text of a compiled protocol" + where + ": " + sentence);
    }

    private static final class MalformedSpec extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        MalformedSpec(String message) {
            super(message);
        }
    }
}
