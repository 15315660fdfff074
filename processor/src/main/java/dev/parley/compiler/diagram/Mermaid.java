package dev.parley.compiler.diagram;

import dev.parley.compiler.global.GlobalAutomaton;
import dev.parley.compiler.machine.Communication;
import dev.parley.compiler.machine.Event;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.RoleName;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Draws protocols in the language of Mermaid, which many hosts of source code show as pictures. Names are only ever
 * written as texts, since roles may be called like words of the language.
 */
public final class Mermaid {

    private Mermaid() {}

    /** Returns the sequence diagram of a protocol that compiles. */
    public static String sequence(ProtocolDeclaration protocol) {
        return SequenceDiagram.write(protocol, new Sequence());
    }

    /** Returns the sequence diagram of one run; a message that stays under way has an open arrow, and a note where it is taken. */
    public static String run(List<RoleName> players, List<Event> run) {
        List<RoleName> roles =
                players.stream().filter(player -> !player.isParty()).toList();
        StringBuilder text = new StringBuilder("sequenceDiagram\n");
        for (RoleName role : roles) {
            text.append("    participant r" + roles.indexOf(role) + " as " + role + "\n");
        }
        for (Communication step : Communication.amongRoles(run)) {
            int from = roles.indexOf(step.from());
            int to = roles.indexOf(step.to());
            String message = escaped(step.message().toString());
            text.append(
                    switch (step.kind()) {
                        case PASSED -> "    r" + from + "->>r" + to + ": " + message + "\n";
                        case SENT -> "    r" + from + "-)r" + to + ": " + message + "\n";
                        case TAKEN -> "    Note over r" + to + ": takes " + message + "\n";
                    });
        }
        return text.toString();
    }

    /** Returns the state diagram of a role's machine; a way to the end leaves each state in which the role may be done. */
    public static String states(StateMachine machine) {
        return states(StateGraph.of(machine));
    }

    /** Returns the state diagram of a global automaton, under the name of its protocol. */
    public static String states(String protocol, GlobalAutomaton automaton) {
        return states(StateGraph.of(protocol, automaton));
    }

    private static String states(StateGraph graph) {
        return "---\ntitle: " + graph.title() + "\n---\nstateDiagram-v2\n"
                + graph.lines(Mermaid::escaped).stream()
                        .map(line -> "    " + line + "\n")
                        .collect(Collectors.joining());
    }

    /** Writes the characters that end a text, or start something else within it, as entities. */
    private static String escaped(String text) {
        return text.replace("#", "#35;")
                .replace(":", "#58;")
                .replace("<", "#lt;")
                .replace(">", "#gt;");
    }

    private static final class Sequence implements SequenceNotation {

        @Override
        public List<String> header() {
            return List.of("sequenceDiagram");
        }

        @Override
        public List<String> footer() {
            return List.of();
        }

        @Override
        public String participant(int place, String name) {
            return "participant r" + place + " as " + name;
        }

        @Override
        public String message(int from, int to, String text) {
            return "r" + from + "->>r" + to + ": " + escaped(text);
        }

        @Override
        public String frame(String keyword, String text) {
            return keyword + " " + text;
        }

        @Override
        public String note(int lastPlace, String text) {
            return "Note over r0,r" + lastPlace + ": " + text;
        }
    }
}
