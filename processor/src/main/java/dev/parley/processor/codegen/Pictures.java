package dev.parley.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.parley.compiler.machine.State;
import dev.parley.compiler.machine.Transition;
import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Javadoc of the generated types: what may be done, and a small picture of where in the protocol one stands. The steps that
 * lead to a state are above it, those that lead on below:
 *
 * <pre>{@code
 * Add -- sum(long) to Client -->
 *     Ask
 *         -- add(int, int) from Client --> Add
 *         -- bye() from Client --> end
 * }</pre>
 */
final class Pictures {

    /** More steps than this to one state are not drawn, so that pictures do not grow with the square of the protocol. */
    private static final int MAX_INCOMING = 4;

    private static final String INDENT = "    ";

    private final RoleModel model;
    private final Map<Integer, List<String>> incoming = new HashMap<>();

    Pictures(RoleModel model) {
        this.model = model;
        incoming(model.start()).add("(start) -->");
        for (State state : model.machine().states()) {
            for (Step step : steps(state)) {
                incoming(step.target).add(name(state) + " -- " + step.text + " -->");
            }
        }
    }

    private record Step(String text, State target, String result) {}

    private List<String> incoming(State state) {
        return incoming.computeIfAbsent(state.number(), number -> new ArrayList<>());
    }

    private List<Step> steps(State state) {
        List<Step> steps = new ArrayList<>();
        for (Sending sending : model.sendings(state)) {
            steps.add(new Step(text(sending), sending.target(), name(sending.target())));
        }
        Optional<Joining> joining = model.joining(state);
        if (joining.isPresent()) {
            steps.add(new Step(
                    "join()", joining.get().target(), name(joining.get().target())));
        } else if (state.receives() && !state.isHidden()) {
            for (Transition receive : state.transitions()) {
                steps.add(new Step(
                        text(receive),
                        model.target(receive),
                        model.messageType(receive).name().simpleName()));
            }
        }
        return steps;
    }

    private static String text(Sending sending) {
        if (sending.isFork()) {
            return sending.method() + "()";
        }
        return sending.message() + " to "
                + Words.list(sending.receivers().stream().map(RoleName::role).toList());
    }

    private String text(Transition receive) {
        String each = model.isGathered(receive) ? "each " : "";
        return receive.action().message() + " from " + each
                + receive.action().peer().role();
    }

    private String name(State state) {
        return model.typeOf(state).map(ClassName::simpleName).orElse("end");
    }

    CodeBlock ofRole(ClassName protocol) {
        List<String> lines = new ArrayList<>();
        for (State state : model.machine().states()) {
            if (model.typeOf(state).isPresent()) {
                lines.add(name(state));
                lines.addAll(outgoing(state, INDENT));
            }
        }
        return CodeBlock.of(
                "$L of {@link $T}: a type for each of its states and for each message that it receives.\n\n$L",
                roleInWords(),
                protocol,
                picture(lines));
    }

    CodeBlock of(StateType type) {
        return CodeBlock.of("$L\n\n$L", sentence(type.state()), picture(stateLines(type.state())));
    }

    CodeBlock of(MessageType message) {
        State target = message.target();
        CodeBlock next = model.typeOf(target).isEmpty()
                ? CodeBlock.of("Nothing is left to do after it.")
                : model.isState(message)
                        ? CodeBlock.of(sentence(target))
                        : CodeBlock.of(
                                "{@link $T} comes next.", model.typeOf(target).orElseThrow());
        return CodeBlock.of(
                message.gathered()
                        ? "The messages {@code $L} of all members. $L\n\n$L"
                        : "The message {@code $L}. $L\n\n$L",
                message.message(),
                next,
                picture(messageLines(message)));
    }

    CodeBlock ofEnded() {
        return CodeBlock.of(
                "The $L is over for $L: nothing is left to do, and nothing will come.\n",
                model.machine().role().isParty() ? "branch" : "session",
                model.machine().role().role());
    }

    private String roleInWords() {
        return "The role " + model.machine().role().inWords();
    }

    private String sentence(State state) {
        String role = model.machine().role().role().value();
        Optional<Joining> joining = model.joining(state);
        if (joining.isPresent()) {
            return role + " is in the branches of "
                    + joining.get().parties().get(0).block() + ".";
        }
        List<Step> steps = steps(state);
        if (state.sends() && model.sendings(state).stream().anyMatch(Sending::isFork) && steps.size() == 1) {
            return role + " enters "
                    + model.sendings(state).get(0).receivers().get(0).block() + ".";
        }
        if (state.accepting()) {
            return role + " receives a message or finds that the session is over.";
        }
        String verb = state.sends() ? " sends " : " receives ";
        return steps.size() == 1
                ? role + verb + "{@code " + steps.get(0).text + "}."
                : role + verb + "one of several messages.";
    }

    private List<String> stateLines(State state) {
        List<String> lines = firstOf(incoming(state));
        lines.add(INDENT + name(state));
        lines.addAll(outgoing(state, INDENT + INDENT));
        return lines;
    }

    private List<String> messageLines(MessageType message) {
        List<String> sources = new ArrayList<>();
        for (Arrival arrival : message.arrivals()) {
            sources.add(name(arrival.source()) + " -- " + text(arrival.transition()) + " -->");
        }
        List<String> lines = firstOf(sources);
        if (model.isState(message)) {
            lines.add(INDENT + message.name().simpleName());
            lines.addAll(outgoing(message.target(), INDENT + INDENT));
        } else {
            lines.add(INDENT + message.name().simpleName() + " --> " + name(message.target()));
        }
        return lines;
    }

    private List<String> outgoing(State state, String indent) {
        List<String> lines = new ArrayList<>();
        for (Step step : steps(state)) {
            lines.add(indent + "-- " + step.text + " --> " + step.result);
        }
        if (state.receives() && state.accepting()) {
            lines.add(indent + "-- session over --> " + model.names().ended().simpleName());
        }
        return lines;
    }

    private static List<String> firstOf(List<String> incoming) {
        if (incoming.size() <= MAX_INCOMING) {
            return new ArrayList<>(incoming);
        }
        List<String> first = new ArrayList<>(incoming.subList(0, MAX_INCOMING));
        first.add("(" + (incoming.size() - MAX_INCOMING) + " more) -->");
        return first;
    }

    private static CodeBlock picture(List<String> lines) {
        return CodeBlock.of("<pre>{@code\n$L\n}</pre>\n", String.join("\n", lines));
    }
}
