package dev.parley.runtime.effect;

import dev.parley.runtime.journal.Journal;
import dev.parley.runtime.journal.JournalException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Has the guards of one session take effect, in their order: capability, flow budget, journal. The message leaves after that, or not
 * at all: where one fails, there is no charge, no fact and no receipt. Safe for use by many threads.
 */
public final class Effects {

    private final String session;
    private final Map<String, Set<Capability>> capabilities;
    private final Journal journal;
    private final Map<Flow, FlowBudget> budgets = new HashMap<>();
    private final Map<Flow, ReceiptChain> chains = new HashMap<>();

    /**
     * Creates what a session needs.
     *
     * @param session its id
     * @param rights who may do what at first
     * @param journal where facts go
     */
    public Effects(String session, Rights rights, Journal journal) {
        this.session = session;
        this.capabilities = rights.capabilities();
        this.journal = journal;
        budgets.putAll(rights.budgets());
    }

    /** Returns who may do what now. */
    public synchronized Rights rights() {
        return new Rights(capabilities, budgets);
    }

    /**
     * Takes in what is known elsewhere of a budget, or grants one where there was none.
     *
     * @param flow whose
     * @param known what is known
     */
    public synchronized void merge(Flow flow, FlowBudget known) {
        budgets.merge(flow, known, FlowBudget::merge);
    }

    /**
     * Begins an epoch: nothing is spent in it yet.
     *
     * @param flow whose
     * @param epoch its number
     * @throws IllegalArgumentException if there is no such budget, or the epoch is not later
     */
    public synchronized void begin(Flow flow, long epoch) {
        FlowBudget budget = budgets.get(flow);
        if (budget == null) {
            throw new IllegalArgumentException(
                    "There is no flow budget from " + flow + " that an epoch could begin in.");
        }
        budgets.put(flow, budget.inEpoch(epoch));
    }

    /**
     * Has a guard take effect. The message may leave when this returns. All of it happens under one lock, the journal included, so that
     * charges are exact and facts lie in the order of their receipts.
     *
     * @param guard what stands before the message
     * @param flow who sends it to whom
     * @return the receipt of what was charged, be it 0
     * @throws EffectDeniedException if it may not leave
     */
    public synchronized Receipt commit(Guard guard, Flow flow) {
        rights().judge(guard, flow).ifPresent(denial -> {
            throw new EffectDeniedException(denial, null);
        });
        FlowBudget before = budgets.get(flow);
        long epoch = before == null ? 0 : before.epoch();
        ReceiptChain chain = chains.computeIfAbsent(flow, each -> new ReceiptChain(session, each));
        Receipt receipt = chain.next(epoch, guard.flowCost());
        guard.fact().ifPresent(fact -> record(new Fact(fact, receipt)));
        // Behind the journal, which may fail, and under the same lock: nobody sees a charge that is taken back.
        if (before != null) {
            budgets.put(flow, before.charge(guard.flowCost()));
        }
        chain.add(receipt);
        return receipt;
    }

    private void record(Fact fact) {
        try {
            journal.append(fact.encode());
        } catch (JournalException e) {
            throw new EffectDeniedException(
                    new Denial(Denial.Kind.JOURNAL, "the fact " + fact.name() + " could not be recorded"), e);
        }
    }
}
