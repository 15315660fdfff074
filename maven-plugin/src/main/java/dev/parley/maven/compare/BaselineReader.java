package dev.parley.maven.compare;

import dev.parley.compiler.diagnostic.Origin;
import dev.parley.compiler.machine.Action;
import dev.parley.compiler.machine.State;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.machine.Transition;
import dev.parley.compiler.protocol.Continuation;
import dev.parley.compiler.protocol.EdgeDeclaration.Mode;
import dev.parley.compiler.protocol.EdgeDeclaration.WhenFull;
import dev.parley.compiler.protocol.Label;
import dev.parley.compiler.protocol.Message;
import dev.parley.compiler.protocol.Parameter;
import dev.parley.compiler.protocol.Reference;
import dev.parley.compiler.protocol.RoleName;
import dev.parley.compiler.protocol.Step.MessageStep;
import dev.parley.compiler.protocol.TypeRef;
import dev.parley.maven.compare.ProtocolVersion.Buffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what {@link BaselineWriter} writes. Blank lines, indentation and lines that start with {@code #} mean nothing. */
public final class BaselineReader {

    private static final Pattern PROTOCOL = Pattern.compile("protocol (\\S+)");
    private static final Pattern FAMILY = Pattern.compile("family (\\S+) of at least (\\d{1,9})");
    private static final Pattern BUFFER =
            Pattern.compile("buffer (\\S+) -> (\\S+) (FIFO|LATEST_VALUE) (BLOCK|DROP|ERROR|RESIZE)"
                    + " capacity (\\d{1,9}) limit (\\d{1,9}) in-flight (\\d{1,9}|unlimited)");
    private static final Pattern ROLE = Pattern.compile("role (\\S+)");
    private static final Pattern STATE = Pattern.compile("state (\\d{1,9})( may end)?");
    private static final Pattern STEP =
            Pattern.compile("(send|receive) (\\S+) (\\((?:fork|join)\\)|[^\\s(]+)\\((.*)\\)( on crash)? -> (\\d{1,9})"
                    + MarksText.GRAMMAR);

    private final List<String> lines;
    private final List<ProtocolVersion> protocols = new ArrayList<>();
    private int at;

    private BaselineReader(List<String> lines) {
        this.lines = lines;
    }

    /**
     * Reads a baseline.
     *
     * @throws BaselineException if the text is not one; the message gives the line and the reason
     */
    public static List<ProtocolVersion> read(String text) throws BaselineException {
        return new BaselineReader(text.lines().toList()).read();
    }

    private List<ProtocolVersion> read() throws BaselineException {
        String header = line();
        if (!header.equals(BaselineWriter.HEADER)) {
            throw wrong(
                    header.startsWith("parley-baseline ")
                            ? "this version reads '" + BaselineWriter.HEADER
                                    + "' only; use the plugin that wrote the file"
                            : "a baseline starts with '" + BaselineWriter.HEADER + "'");
        }
        at++;
        while (!line().equals(BaselineWriter.LAST)) {
            protocols.add(protocol());
        }
        at++;
        if (!line().isEmpty()) {
            throw wrong("something follows '" + BaselineWriter.LAST + "'");
        }
        return protocols;
    }

    /** Returns the line that is next, or an empty one at the end of the file. */
    private String line() {
        while (at < lines.size()
                && (lines.get(at).isBlank() || lines.get(at).strip().startsWith("#"))) {
            at++;
        }
        return at < lines.size() ? lines.get(at).strip() : "";
    }

    private BaselineException wrong(String reason) {
        return at < lines.size()
                ? new BaselineException(at + 1, "'" + lines.get(at).strip() + "': " + reason)
                : new BaselineException(lines.size(), "the file ends here: " + reason);
    }

    private boolean next(String word) {
        return line().startsWith(word + " ");
    }

    private Matcher take(Pattern pattern, String expected) throws BaselineException {
        Matcher matcher = pattern.matcher(line());
        if (!matcher.matches()) {
            throw wrong("expected " + expected);
        }
        at++;
        return matcher;
    }

    private ProtocolVersion protocol() throws BaselineException {
        int start = at;
        String name = take(PROTOCOL, "'protocol <name>' or '" + BaselineWriter.LAST + "'")
                .group(1);
        if (protocols.stream().anyMatch(each -> each.name().equals(name))) {
            at = start;
            throw wrong("this protocol was there before");
        }
        Set<RoleName> roles = rolesAhead();
        Map<RoleName, Integer> families = new HashMap<>();
        while (next("family")) {
            Matcher family = take(FAMILY, "'family <role> of at least <n>'");
            RoleName role = new RoleName(family.group(1));
            if (!roles.contains(role)) {
                at--;
                throw wrong("a family is a role of the protocol");
            }
            families.put(role, Integer.parseInt(family.group(2)));
        }
        List<Buffer> buffers = new ArrayList<>();
        while (next("buffer")) {
            buffers.add(buffer(roles));
        }
        List<StateMachine> machines = new ArrayList<>();
        do {
            machines.add(machine(roles));
        } while (next("role"));
        if (machines.size() > roles.size()) {
            throw wrong("a role before this line is there twice");
        }
        return new ProtocolVersion(name, machines, families, buffers);
    }

    /** Returns the roles of the protocol, which machines may mention before they come. */
    private Set<RoleName> rolesAhead() {
        return lines.subList(at, lines.size()).stream()
                .map(String::strip)
                .takeWhile(line -> !PROTOCOL.matcher(line).matches())
                .map(ROLE::matcher)
                .filter(Matcher::matches)
                .map(matcher -> new RoleName(matcher.group(1)))
                .collect(Collectors.toSet());
    }

    private Buffer buffer(Set<RoleName> roles) throws BaselineException {
        Matcher line = take(
                BUFFER,
                "'buffer <role> -> <role> <FIFO|LATEST_VALUE> <BLOCK|DROP|ERROR|RESIZE> capacity <n> limit <n> in-flight <n|unlimited>'");
        RoleName from = new RoleName(line.group(1));
        RoleName to = new RoleName(line.group(2));
        if (!roles.containsAll(List.of(from, to)) || from.equals(to)) {
            at--;
            throw wrong("a buffer is between two roles of the protocol");
        }
        String inFlight = line.group(7);
        return new Buffer(
                from,
                to,
                Mode.valueOf(line.group(3)),
                WhenFull.valueOf(line.group(4)),
                Integer.parseInt(line.group(5)),
                Integer.parseInt(line.group(6)),
                inFlight.equals("unlimited") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(inFlight)));
    }

    private StateMachine machine(Set<RoleName> roles) throws BaselineException {
        RoleName role = new RoleName(take(ROLE, "'buffer ...' or 'role <name>'").group(1));
        int count = statesAhead();
        List<State> states = new ArrayList<>();
        do {
            states.add(state(role, states.size(), count, roles));
        } while (next("state"));
        return new StateMachine(role, states);
    }

    private int statesAhead() {
        return (int) lines.subList(at, lines.size()).stream()
                .map(String::strip)
                .takeWhile(line ->
                        !ROLE.matcher(line).matches() && !PROTOCOL.matcher(line).matches())
                .filter(line -> STATE.matcher(line).matches())
                .count();
    }

    private State state(RoleName role, int number, int count, Set<RoleName> roles) throws BaselineException {
        int start = at;
        Matcher line = take(STATE, "'state <number>' or 'state <number> may end'");
        if (!line.group(1).equals(Integer.toString(number))) {
            at = start;
            throw wrong("expected state " + number);
        }
        List<Transition> transitions = new ArrayList<>();
        Set<Action> actions = new HashSet<>();
        while (next("send") || next("receive")) {
            Transition transition = transition(role, count, roles);
            if (!actions.add(transition.action())) {
                at--;
                throw wrong("this is there twice in one state");
            }
            transitions.add(transition);
        }
        return new State(
                number, Integer.toString(number), true, false, Optional.empty(), line.group(2) != null, transitions);
    }

    private Transition transition(RoleName role, int count, Set<RoleName> roles) throws BaselineException {
        int start = at;
        Matcher line = take(STEP, "'send <role> <label>(<types>) -> <state>' or 'receive ...'");
        RoleName peer = new RoleName(line.group(2));
        int target = Integer.parseInt(line.group(6));
        try {
            if (!roles.contains(peer) || peer.equals(role)) {
                throw new IllegalArgumentException("'" + peer + "' is no other role of the protocol");
            }
            if (target >= count) {
                throw new IllegalArgumentException("there is no state " + target);
            }
            Message message =
                    new Message(new Label(line.group(3)), TypeText.read(line.group(4)), line.group(5) != null);
            boolean sends = line.group(1).equals("send");
            Action action = sends ? new Action.Send(peer, message) : new Action.Receive(peer, message);
            return new Transition(action, target, step(role, action, line.group(7), start + 1), "");
        } catch (IllegalArgumentException e) {
            at = start;
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private static MessageStep step(RoleName role, Action action, String marks, int line) {
        Origin origin = Origin.of("line " + line);
        Reference self = new Reference(role.value(), origin);
        Reference peer = new Reference(action.peer().value(), origin);
        boolean sends = action instanceof Action.Send;
        List<Parameter> payload = new ArrayList<>();
        for (TypeRef type : action.message().payload()) {
            payload.add(new Parameter("p" + (payload.size() + 1), type, origin));
        }
        Label label = action.message().label();
        return new MessageStep(
                label.value(),
                label,
                sends ? self : peer,
                List.of(sends ? peer : self),
                payload,
                false,
                new Continuation.Next(),
                MarksText.read(marks, origin),
                origin,
                origin);
    }
}
