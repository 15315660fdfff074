package dev.parley.runtime.effect;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may do what, and how much of it, at one moment. Immutable, so that a guard can be judged without any effect, as in a simulation.
 * What is said of a family holds for each of its members, who are named like {@code Guest[2]}: each has the family's capabilities, and a budget of
 * its own as large as the family's.
 *
 * <pre>{@code
 * Rights rights = Rights.NONE.allow("Host", "session:create", "session:end").budget("Host", "Guest", 500);
 * }</pre>
 *
 * @param capabilities what each role may do; a role that is missing may do nothing
 * @param budgets how much may flow; nothing may where a budget is missing
 */
public record Rights(Map<String, Set<Capability>> capabilities, Map<Flow, FlowBudget> budgets) {

    /** Nobody may do anything. */
    public static final Rights NONE = new Rights(Map.of(), Map.of());

    /** Copies the maps; the sets must not change. */
    public Rights {
        capabilities = Map.copyOf(capabilities);
        budgets = Map.copyOf(budgets);
    }

    /**
     * Returns these rights and more capabilities.
     *
     * @param role who gets them
     * @param more their names, each with a namespace, such as {@code session:create}
     * @throws IllegalArgumentException if one of them is no capability
     */
    public Rights allow(String role, String... more) {
        Set<Capability> held = new HashSet<>(capabilities.getOrDefault(role, Set.of()));
        List.of(more).forEach(name -> held.add(new Capability(name)));
        return new Rights(with(capabilities, role, Set.copyOf(held)), budgets);
    }

    /**
     * Returns these rights with a budget of which nothing is spent, in place of the one there was, if any.
     *
     * @param from whose budget
     * @param to the role that it is for sending to
     * @param limit how much may be spent, 0 or more
     */
    public Rights budget(String from, String to, long limit) {
        return new Rights(capabilities, with(budgets, new Flow(from, to), FlowBudget.of(limit)));
    }

    private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        Map<K, V> all = new HashMap<>(map);
        all.put(key, value);
        return all;
    }

    /**
     * Judges a message: first its capability, then its cost for each receiver.
     *
     * @param message the message
     * @return why it would be denied; empty if it would not
     */
    public Optional<Denial> judge(GuardedMessage message) {
        return missing(message)
                .or(() -> message.flows().stream()
                        .flatMap(flow -> overdrawn(message.guard(), flow).stream())
                        .findFirst());
    }

    private Optional<Denial> missing(GuardedMessage message) {
        return message.guard()
                .capability()
                .filter(needed -> !holds(message.from(), needed) && !holds(Flow.role(message.from()), needed))
                .map(needed -> new Denial(
                        Denial.Kind.CAPABILITY,
                        message.from() + " lacks the capability " + needed,
                        "Allow " + message.from() + " " + needed + " in the session's rights"));
    }

    private boolean holds(String role, Capability capability) {
        return capabilities.getOrDefault(role, Set.of()).contains(capability);
    }

    /** Returns a budget. That of a family is the one that each of its members has before it has spent anything. */
    Optional<FlowBudget> budget(Flow flow) {
        return Optional.ofNullable(budgets.get(flow)).or(() -> Optional.ofNullable(budgets.get(flow.ofRoles())));
    }

    private Optional<Denial> overdrawn(Guard guard, Flow flow) {
        if (guard.flowCost() == 0) {
            return Optional.empty();
        }
        Optional<FlowBudget> found = budget(flow);
        if (found.isEmpty()) {
            return Optional.of(new Denial(
                    Denial.Kind.BUDGET,
                    "there is no flow budget from " + flow,
                    "Give the session's rights a budget from " + flow + " of " + guard.flowCost() + " or more"));
        }
        FlowBudget budget = found.get();
        return budget.left() >= guard.flowCost()
                ? Optional.empty()
                : Optional.of(new Denial(
                        Denial.Kind.BUDGET,
                        "it costs " + guard.flowCost() + ", and " + flow + " has " + budget,
                        "Begin a new epoch, or give the session's rights a larger budget from " + flow));
    }
}
