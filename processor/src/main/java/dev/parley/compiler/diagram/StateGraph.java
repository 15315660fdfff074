package dev.parley.compiler.diagram;

import dev.parley.compiler.global.GlobalAutomaton;
import dev.parley.compiler.global.GlobalState;
import dev.parley.compiler.global.GlobalTransition;
import dev.parley.compiler.machine.State;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.machine.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * States and the ways between them, all that is drawn of an automaton.
 *
 * @param title what is drawn
 * @param nodes the states, the initial one first
 * @param arrows the transitions
 */
record StateGraph(String title, List<Node> nodes, List<Arrow> arrows) {

    /**
     * A state.
     *
     * @param name what is written in it
     * @param accepting whether things may be over here
     */
    record Node(String name, boolean accepting) {}

    /**
     * A transition.
     *
     * @param from the place of the state it leaves
     * @param to the place of the state it leads to
     * @param label what is written beside it
     */
    record Arrow(int from, int to, String label) {}

    static StateGraph of(StateMachine machine) {
        List<Node> nodes = new ArrayList<>();
        List<Arrow> arrows = new ArrayList<>();
        for (State state : machine.states()) {
            nodes.add(new Node(state.name(), state.accepting()));
            for (Transition transition : state.transitions()) {
                arrows.add(new Arrow(
                        state.number(), transition.target(), transition.action().toString()));
            }
        }
        return new StateGraph(machine.role().title(), nodes, arrows);
    }

    static StateGraph of(String title, GlobalAutomaton automaton) {
        List<Node> nodes = new ArrayList<>();
        List<Arrow> arrows = new ArrayList<>();
        for (GlobalState state : automaton.states()) {
            nodes.add(new Node(Integer.toString(state.number()), state.isEnd()));
            for (GlobalTransition transition : state.transitions()) {
                arrows.add(new Arrow(
                        state.number(),
                        transition.target(),
                        transition.interaction().toString()));
            }
        }
        return new StateGraph(title, nodes, arrows);
    }

    /** Returns the lines in which Mermaid and PlantUML draw alike, given how a text is written in the one or the other. */
    List<String> lines(UnaryOperator<String> escape) {
        List<String> lines = new ArrayList<>();
        for (int place = 0; place < nodes.size(); place++) {
            lines.add("state \"" + escape.apply(nodes.get(place).name()) + "\" as s" + place);
        }
        lines.add("[*] --> s0");
        for (Arrow arrow : arrows) {
            lines.add("s" + arrow.from() + " --> s" + arrow.to() + " : " + escape.apply(arrow.label()));
        }
        for (int place = 0; place < nodes.size(); place++) {
            if (nodes.get(place).accepting()) {
                lines.add("s" + place + " --> [*]");
            }
        }
        return lines;
    }
}
