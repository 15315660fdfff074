package dev.parley.runtime.effect;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may do what, and how much of it, at one moment. Immutable, so that a guard can be judged without any effect, as in a simulation.
 *
 * @param capabilities what each role may do; a role that is missing may do nothing
 * @param budgets how much may flow; nothing may where a budget is missing
 */
public record Rights(Map<String, Set<Capability>> capabilities, Map<Flow, FlowBudget> budgets) {

    /** Copies the maps; the sets must not change. */
    public Rights {
        capabilities = Map.copyOf(capabilities);
        budgets = Map.copyOf(budgets);
    }

    /**
     * Judges a message, first its capability, then its cost.
     *
     * @param guard what stands before it
     * @param flow who would send it to whom
     * @return why it is denied; empty if it is not
     */
    public Optional<Denial> judge(Guard guard, Flow flow) {
        return missing(guard, flow).or(() -> overdrawn(guard, flow));
    }

    private Optional<Denial> missing(Guard guard, Flow flow) {
        Set<Capability> held = capabilities.getOrDefault(flow.from(), Set.of());
        return guard.capability()
                .filter(needed -> !held.contains(needed))
                .map(needed -> new Denial(Denial.Kind.CAPABILITY, flow.from() + " lacks the capability " + needed));
    }

    private Optional<Denial> overdrawn(Guard guard, Flow flow) {
        if (guard.flowCost() == 0) {
            return Optional.empty();
        }
        FlowBudget budget = budgets.get(flow);
        if (budget == null) {
            return Optional.of(new Denial(Denial.Kind.BUDGET, "there is no flow budget from " + flow));
        }
        return budget.left() >= guard.flowCost()
                ? Optional.empty()
                : Optional.of(new Denial(
                        Denial.Kind.BUDGET,
                        "the message costs " + guard.flowCost() + ", and " + flow + " has " + budget));
    }
}
