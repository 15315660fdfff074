package dev.parley.compiler.subtyping;

import dev.parley.compiler.machine.Action;
import dev.parley.compiler.machine.State;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.machine.Transition;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is left of the original once a candidate has done some of its sends early: a tree of actions put off, with states
 * of the original at its leaves.
 */
sealed interface Residual {

    /** Returns what can be done next, with what is left then. */
    Map<Action, Residual> branches(StateMachine original);

    /** Returns whether all may be over here. */
    boolean mayEnd(StateMachine original);

    /**
     * Nothing was put off.
     *
     * @param state the original's state
     */
    record At(int state) implements Residual {

        @Override
        public Map<Action, Residual> branches(StateMachine original) {
            Map<Action, Residual> branches = new LinkedHashMap<>();
            for (Transition transition : original.states().get(state).transitions()) {
                branches.put(transition.action(), new At(transition.target()));
            }
            return branches;
        }

        @Override
        public boolean mayEnd(StateMachine original) {
            State at = original.states().get(state);
            return at.accepting() || at.isFinal();
        }
    }

    /**
     * One of these actions is still to be done first.
     *
     * @param branches all sends or all receives, at least one
     */
    record PutOff(Map<Action, Residual> branches) implements Residual {

        @Override
        public Map<Action, Residual> branches(StateMachine original) {
            return branches;
        }

        @Override
        public boolean mayEnd(StateMachine original) {
            return false;
        }
    }
}
