package dev.parley.testing;

import dev.parley.runtime.LocalType.Variable;
import dev.parley.runtime.ProtocolSpec.Edge;
import dev.parley.runtime.Session;
import dev.parley.runtime.effect.Flow;
import dev.parley.runtime.effect.FlowBudget;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** What goes wrong in one session, drawn by the seed where it is left to chance. */
final class Faults {

    /**
     * What the user has asked for.
     *
     * @param longestDelay how long a message takes at most, in nanoseconds
     * @param longestThought how long a role takes at most to choose where there is a timeout, in nanoseconds
     * @param loss how likely a message is lost that may be, 0 to 1
     * @param crashes for each role or member that crashes, which of its actions it does not do any more
     * @param partitions when roles cannot reach each other
     * @param exhaustions when budgets run out
     * @param failingFact which fact is not recorded, nor any after it
     */
    record Plan(
            long longestDelay,
            long longestThought,
            double loss,
            Map<String, Integer> crashes,
            List<Partition> partitions,
            List<Exhaustion> exhaustions,
            OptionalInt failingFact) {

        Plan {
            crashes = Map.copyOf(crashes);
            partitions = List.copyOf(partitions);
            exhaustions = List.copyOf(exhaustions);
        }
    }

    /**
     * Leaves a role nothing to spend.
     *
     * @param flow whose budget it is
     * @param action how many actions the role does before
     */
    record Exhaustion(Flow flow, int action) {}

    /**
     * A time in which messages between two roles do not arrive; they do when it is over.
     *
     * @param role one of them
     * @param other the other
     * @param from its beginning, in nanoseconds
     * @param until its end
     */
    record Partition(String role, String other, long from, long until) {}

    private final Plan plan;
    private final Chance chance;
    private final Session session;
    private final int[] actions;

    /** For each role the state it is in by its messages: inside a multicast, its program knows nothing of that. */
    private final int[] states;

    private final boolean[] crashed;

    Faults(Plan plan, Chance chance, Session session) {
        this.plan = plan;
        this.chance = chance;
        this.session = session;
        this.actions = new int[session.parts().max().orElse(0) + 1];
        this.states = new int[actions.length];
        this.crashed = new boolean[actions.length];
        // Names that the protocol does not have are reported before anything runs.
        plan.crashes.keySet().forEach(session::part);
        plan.partitions.forEach(each -> checkDiffer(session.part(each.role()), session.part(each.other()), each));
        plan.exhaustions.forEach(each -> {
            session.part(each.flow.from());
            session.protocol().role(Flow.role(each.flow.to()));
        });
        session.parts().forEach(this::exhaustIfDue);
    }

    private static void checkDiffer(int role, int other, Partition partition) {
        if (role == other) {
            throw new IllegalArgumentException(
                    "The role " + partition.role() + " cannot be kept apart from itself; name two roles.");
        }
    }

    /**
     * Counts an action of a role, and throws if it is the one that does not happen; budgets may be spent behind it. A multicast happens as
     * a whole, as it is one call of the program. What is done for the role after its crash is not stopped.
     */
    void crashIfDue(int part) {
        String name = session.nameOf(part);
        Integer last = plan.crashes.get(name);
        int action = actions[part]++;
        exhaustIfDue(part);
        if (last != null && action >= last && !crashed[part] && !isInMulticast(part)) {
            crashed[part] = true;
            throw new SimulatedCrashException(name, last);
        }
    }

    private boolean isInMulticast(int part) {
        return session.standing(part).number() != states[part];
    }

    /** A part has sent or received a message. */
    void moved(int part, Edge edge, long header) {
        Variable state = session.standing(part).state();
        state.protocol().machines().get(state.role()).states().get(states[part]).transitions().stream()
                .filter(step -> step.edge() == edge.lane().edge() && step.message() == header >>> 32)
                .findFirst()
                .ifPresent(step -> states[part] = step.target());
    }

    /** Returns how long a role takes to choose. */
    long thought() {
        return plan.longestThought == 0 ? 0 : (long) (chance.fraction() * plan.longestThought);
    }

    /** Spends what budgets are to be spent after so many actions of their role. */
    private void exhaustIfDue(int part) {
        for (Exhaustion each : plan.exhaustions) {
            if (session.part(each.flow.from()) == part && actions[part] == each.action) {
                session.effects().merge(each.flow, FlowBudget.of(0));
            }
        }
    }

    boolean loses(boolean mayBeLost) {
        return mayBeLost && chance.happens(plan.loss);
    }

    /** Returns when a message arrives that is sent now. */
    long arrival(long now, int from, int to) {
        long arrival = plan.longestDelay == 0 ? now : now + (long) (chance.fraction() * plan.longestDelay);
        boolean moved;
        do {
            moved = false;
            for (Partition partition : plan.partitions) {
                if (separates(partition, from, to) && partition.from <= arrival && arrival < partition.until) {
                    arrival = partition.until;
                    moved = true;
                }
            }
        } while (moved);
        return arrival;
    }

    private boolean separates(Partition partition, int from, int to) {
        return Set.of(session.part(partition.role), session.part(partition.other))
                .equals(Set.of(from, to));
    }
}
