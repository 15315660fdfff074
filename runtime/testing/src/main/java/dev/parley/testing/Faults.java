package dev.parley.testing;

import dev.parley.runtime.ProtocolSpec;
import dev.parley.runtime.ProtocolSpec.Edge;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** What goes wrong in one session, drawn by the seed where it is left to chance. */
final class Faults {

    /**
     * What the user has asked for.
     *
     * @param longestDelay how long a message takes at most, in nanoseconds
     * @param loss how likely a message is lost that may be, 0 to 1
     * @param crashes for each role that crashes, which of its actions it does not do any more
     * @param partitions when roles cannot reach each other
     */
    record Plan(long longestDelay, double loss, Map<String, Integer> crashes, List<Partition> partitions) {

        static final Plan NONE = new Plan(0, 0, Map.of(), List.of());

        Plan {
            crashes = Map.copyOf(crashes);
            partitions = List.copyOf(partitions);
        }
    }

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
    private final Random random;
    private final ProtocolSpec protocol;
    private final int[] actions;

    Faults(Plan plan, Random random, ProtocolSpec protocol) {
        this.plan = plan;
        this.random = random;
        this.protocol = protocol;
        this.actions = new int[protocol.roles().size()];
        // Names that the protocol does not have are reported before anything runs.
        plan.crashes.keySet().forEach(protocol::role);
        plan.partitions.forEach(each -> checkDiffer(protocol.role(each.role()), protocol.role(each.other()), each));
    }

    private static void checkDiffer(int role, int other, Partition partition) {
        if (role == other) {
            throw new IllegalArgumentException(
                    "The role " + partition.role() + " cannot be kept apart from itself; name two roles.");
        }
    }

    /** Counts an action of a role, and throws if it is the one that does not happen. */
    void crashIfDue(int role) {
        String name = protocol.roles().get(role);
        Integer last = plan.crashes.get(name);
        int action = actions[role]++;
        if (last != null && action >= last) {
            throw new SimulatedCrashException(name, last);
        }
    }

    boolean loses(boolean mayBeLost) {
        return mayBeLost && plan.loss > 0 && random.nextDouble() < plan.loss;
    }

    /** Returns when a message arrives that is sent now. */
    long arrival(long now, Edge edge) {
        long arrival = plan.longestDelay == 0 ? now : now + (long) (random.nextDouble() * plan.longestDelay);
        boolean moved;
        do {
            moved = false;
            for (Partition partition : plan.partitions) {
                if (separates(partition, edge) && partition.from <= arrival && arrival < partition.until) {
                    arrival = partition.until;
                    moved = true;
                }
            }
        } while (moved);
        return arrival;
    }

    private boolean separates(Partition partition, Edge edge) {
        return Set.of(protocol.role(partition.role), protocol.role(partition.other))
                .equals(Set.of(edge.from(), edge.to()));
    }
}
