package dev.parley.compiler.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.compiler.protocol.Label;
import dev.parley.compiler.protocol.Message;
import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MinimizerTest {

    @Test
    void agreesWithPlainPartitionRefinement() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            int states = 1 + random.nextInt(12);
            List<Integer> keys = new ArrayList<>();
            List<Minimizer.Arc> arcs = new ArrayList<>();
            for (int state = 0; state < states; state++) {
                keys.add(random.nextInt(2));
                for (int label = 0; label < 3; label++) {
                    if (random.nextInt(3) > 0) {
                        arcs.add(new Minimizer.Arc(state, action(label), random.nextInt(states)));
                    }
                }
            }

            assertThat(partition(Minimizer.classes(keys, arcs)))
                    .as("seed %s", seed)
                    .isEqualTo(partition(refined(keys, arcs)));
        }
    }

    /** Moore's refinement: split by key, then by the classes that the actions lead to, until nothing changes. */
    private static int[] refined(List<Integer> keys, List<Minimizer.Arc> arcs) {
        int[] classes = keys.stream().mapToInt(Integer::intValue).toArray();
        while (true) {
            int[] current = classes;
            Map<List<Object>, Integer> signatures = new HashMap<>();
            int[] next = new int[classes.length];
            for (int state = 0; state < next.length; state++) {
                int from = state;
                Map<Action, Integer> targets = new HashMap<>();
                arcs.stream()
                        .filter(arc -> arc.from() == from)
                        .forEach(arc -> targets.put(arc.action(), current[arc.to()]));
                next[state] = signatures.computeIfAbsent(List.of(classes[state], targets), key -> signatures.size());
            }
            if (partition(next).equals(partition(classes))) {
                return next;
            }
            classes = next;
        }
    }

    /** Returns for each state the first one that shares its class. */
    private static List<Integer> partition(int[] classes) {
        Map<Integer, Integer> first = new HashMap<>();
        List<Integer> result = new ArrayList<>();
        for (int i = 0; i < classes.length; i++) {
            first.putIfAbsent(classes[i], i);
        }
        Arrays.stream(classes).forEach(each -> result.add(first.get(each)));
        return result;
    }

    private static Action action(int label) {
        return new Action.Send(new RoleName("Peer"), new Message(new Label("l" + label), List.of()));
    }
}
