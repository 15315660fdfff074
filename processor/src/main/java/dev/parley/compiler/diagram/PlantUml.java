package dev.parley.compiler.diagram;

import dev.parley.compiler.global.GlobalAutomaton;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import java.util.List;

/** Draws protocols in the language of PlantUML, to be laid out without any other program. */
public final class PlantUml {

    private PlantUml() {}

    /** Returns the sequence diagram of a protocol that compiles. */
    public static String sequence(ProtocolDeclaration protocol) {
        return SequenceDiagram.write(protocol, new Sequence());
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
        return "@startuml\n!pragma layout smetana\ntitle " + escaped(graph.title()) + "\n"
                + String.join("\n", graph.lines(PlantUml::escaped)) + "\n@enduml\n";
    }

    /** Keeps types from being taken for tags, and underscores for underlining. */
    private static String escaped(String text) {
        return text.replace("<", "~<").replace("__", "~__");
    }

    private static final class Sequence implements SequenceNotation {

        @Override
        public List<String> header() {
            return List.of("@startuml");
        }

        @Override
        public List<String> footer() {
            return List.of("@enduml");
        }

        @Override
        public String participant(int place, String name) {
            return "participant \"" + escaped(name) + "\" as r" + place;
        }

        @Override
        public String message(int from, int to, String text) {
            return "r" + from + " ->> r" + to + " : " + escaped(text);
        }

        @Override
        public String frame(String keyword, String text) {
            return (keyword.equals("and") ? "else" : keyword) + " " + escaped(text);
        }

        @Override
        public String note(int lastPlace, String text) {
            return "note over r0, r" + lastPlace + " : " + escaped(text);
        }
    }
}
