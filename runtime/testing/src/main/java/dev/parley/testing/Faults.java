package dev.parley.testing;

import dev.parley.runtime.LocalType.Variable;
import dev.parley.runtime.ProtocolSpec.Edge;
import dev.parley.runtime.ProtocolSpec.State;
import dev.parley.runtime.Session;
import dev.parley.runtime.effect.Flow;
import dev.parley.runtime.effect.FlowBudget;
import java.util.HashMap;
import java.util.HashSet;
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
     * @param cancellations for each role that cancels the session, in place of which of its actions
     * @param failingFact which fact is not recorded, nor any after it
     * @param failingEntry which entry of a durable session's journal is not written, nor any after it
     */
    record Plan(
            long longestDelay,
            long longestThought,
            double loss,
            Map<String, Integer> crashes,
            List<Partition> partitions,
            List<Exhaustion> exhaustions,
            Map<String, Integer> cancellations,
            OptionalInt failingFact,
            OptionalInt failingEntry) {

        Plan {
            crashes = Map.copyOf(crashes);
            partitions = List.copyOf(partitions);
            exhaustions = List.copyOf(exhaustions);
            cancellations = Map.copyOf(cancellations);
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
    private final Map<Integer, Integer> actions = new HashMap<>();

    /** For each role what it does. */
    private final Map<Integer, Call> calls = new HashMap<>();

    private final Set<Integer> crashed = new HashSet<>();

    /**
     * One call of a role's program, which may send several messages, or receive several: the program knows nothing of the states in between.
     * Only what it does with others is seen here, not how it begins branches and comes back from them; so what counts is where the program
     * stood when the call began.
     */
    private static final class Call {
        /** The role's part or, in a branch, that of its party. */
        private int part;

        private int from;

        /** Where the messages have brought it. */
        private int state;
    }

    Faults(Plan plan, Chance chance, Session session) {
        this.plan = plan;
        this.chance = chance;
        this.session = session;
        // Names that the protocol does not have are reported before anything runs.
        plan.crashes.keySet().forEach(this::checkName);
        plan.cancellations.keySet().forEach(this::checkName);
        plan.partitions.forEach(each -> checkDiffer(session.part(each.role()), session.part(each.other()), each));
        plan.exhaustions.forEach(each -> {
            session.part(each.flow.from());
            session.protocol().role(Flow.role(each.flow.to()));
        });
        session.parts().forEach(this::exhaustIfDue);
    }

    /** Of a family some members may join later. */
    private void checkName(String name) {
        if (name.equals(Flow.role(name))) {
            session.part(name);
        } else {
            session.protocol().role(Flow.role(name));
        }
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
     *
     * @param role the number of the role's own part
     * @param part that of the part which acts: the same, or a party of it
     */
    void crashIfDue(int role, int part) {
        String name = session.nameOf(role);
        Integer last = plan.crashes.get(name);
        int action = actions(role);
        actions.put(role, action + 1);
        exhaustIfDue(role);
        if (Integer.valueOf(action).equals(plan.cancellations.get(name))) {
            session.cancel("the simulation lets " + name + " cancel it in place of its action " + action);
        }
        if (last != null && action >= last && !isInCall(call(role), part) && crashed.add(role)) {
            throw new SimulatedCrashException(name, last);
        }
    }

    /** A part's time to choose is up: what is sent for it then is no action of its program. */
    void timedOut(int role, int part) {
        Variable standing = session.standing(part).state();
        List<State> states = standing.protocol().machines().get(standing.role()).states();
        states.get(standing.state())
                .timeout()
                .ifPresent(
                        timeout -> { // else it was up before
                            int target = timeout.transition().target();
                            for (int i = 1; i < timeout.receivers(); i++) {
                                target = states.get(target).transitions().get(0).target();
                            }
                            Call call = call(role);
                            call.part = part;
                            call.from = target; // where the part stands as soon as the clock has chosen
                            call.state = standing.state();
                        });
    }

    private int actions(int role) {
        return actions.getOrDefault(role, 0);
    }

    private Call call(int role) {
        return calls.computeIfAbsent(role, key -> new Call());
    }

    private boolean isInCall(Call call, int part) {
        Variable standing = session.standing(part).state();
        return states(standing).get(standing.state()).multicastRest()
                || (call.part == part && call.from == standing.state() && call.state != standing.state());
    }

    private static List<State> states(Variable standing) {
        return standing.protocol().machines().get(standing.role()).states();
    }

    /** A part of a role has sent or received a message. */
    void moved(int role, int part, Edge edge, long header) {
        Call call = call(role);
        Variable standing = session.standing(part).state();
        if (!isInCall(call, part)) {
            call.part = part;
            call.from = standing.state();
            call.state = standing.state();
        }
        states(standing).get(call.state).transitions().stream()
                .filter(step -> step.edge() == edge.lane().edge() && step.message() == header >>> 32)
                .findFirst()
                .ifPresent(step -> call.state = step.target());
    }

    /** Returns how long a role takes to choose. */
    long thought() {
        return plan.longestThought == 0 ? 0 : (long) (chance.fraction() * plan.longestThought);
    }

    /** Spends what budgets are to be spent after so many actions of their role. */
    private void exhaustIfDue(int part) {
        for (Exhaustion each : plan.exhaustions) {
            if (session.part(each.flow.from()) == part && actions(part) == each.action) {
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
