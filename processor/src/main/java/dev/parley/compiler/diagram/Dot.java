package dev.parley.compiler.diagram;

import dev.parley.compiler.global.GlobalAutomaton;
import dev.parley.compiler.machine.StateMachine;

/** Draws automata in DOT, the language of Graphviz. */
public final class Dot {

    private static final String INDENT = "    ";

    private Dot() {}

    /** Returns the graph of a role's machine; states in which the role may be done have a double line. */
    public static String states(StateMachine machine) {
        return states(StateGraph.of(machine));
    }

    /** Returns the graph of a global automaton, under the name of its protocol. */
    public static String states(String protocol, GlobalAutomaton automaton) {
        return states(StateGraph.of(protocol, automaton));
    }

    private static String states(StateGraph graph) {
        StringBuilder text =
                new StringBuilder("digraph ").append(quoted(graph.title())).append(" {\n");
        text.append(INDENT).append("rankdir=LR;\n");
        text.append(INDENT).append("node [shape=box, style=rounded];\n");
        text.append(INDENT).append("start [shape=point];\n");
        for (int place = 0; place < graph.nodes().size(); place++) {
            StateGraph.Node node = graph.nodes().get(place);
            text.append(INDENT).append('s').append(place).append(" [label=").append(quoted(node.name()));
            text.append(node.accepting() ? ", peripheries=2];\n" : "];\n");
        }
        text.append(INDENT).append("start -> s0;\n");
        for (StateGraph.Arrow arrow : graph.arrows()) {
            text.append(INDENT).append('s').append(arrow.from()).append(" -> s").append(arrow.to());
            text.append(" [label=").append(quoted(arrow.label())).append("];\n");
        }
        return text.append("}\n").toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
