package dev.parley.compiler.machine;

import dev.parley.compiler.global.Interaction;
import dev.parley.compiler.projection.Projection;
import dev.parley.compiler.projection.SubsetState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the messages after whose receipt a role can do exactly what it could do before. */
public final class SelfLoops {

    private SelfLoops() {}

    /** Returns the interactions that the role receives and that never change what it may do. */
    public static Set<Interaction> of(Projection projection) {
        List<Boolean> accepting =
                projection.states().stream().map(SubsetState::mayBeOver).toList();
        int[] classes = Minimizer.classes(accepting, MachineBuilder.arcs(projection));
        Set<Interaction> loops = new HashSet<>();
        Set<Interaction> others = new HashSet<>();
        for (SubsetState state : projection.states()) {
            state.moves().forEach((move, target) -> {
                if (!move.send()) {
                    (classes[state.number()] == classes[target] ? loops : others).add(move.interaction());
                }
            });
        }
        loops.removeAll(others);
        return loops;
    }
}
