package dev.parley.runtime.effect;

import dev.parley.runtime.journal.Journal;
import dev.parley.runtime.journal.JournalException;
import java.util.HashMap;
import java.util.List;
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
     * Has the guard of a message take effect. The message may leave when this returns. All of it happens under one lock, the journal
     * included, so that charges are exact and facts lie in the order of their receipts.
     *
     * @param message the message
     * @return the receipts of what was charged, be it 0, one for each receiver
     * @throws EffectDeniedException if it may not leave
     */
    public synchronized List<Receipt> commit(GuardedMessage message) {
        rights().judge(message).ifPresent(denial -> {
            throw new EffectDeniedException(message, denial, null);
        });
        List<Receipt> receipts = message.flows().stream()
                .map(flow -> chain(flow).next(epoch(flow), message.guard().flowCost()))
                .toList();
        message.guard().fact().ifPresent(fact -> record(message, new Fact(fact, receipts)));
        // Behind the journal, which may fail, and under the same lock: nobody sees a charge that is taken back.
        receipts.forEach(this::charge);
        return receipts;
    }

    private ReceiptChain chain(Flow flow) {
        return chains.computeIfAbsent(flow, each -> new ReceiptChain(session, each));
    }

    private long epoch(Flow flow) {
        FlowBudget budget = budgets.get(flow);
        return budget == null ? 0 : budget.epoch();
    }

    private void charge(Receipt receipt) {
        budgets.computeIfPresent(receipt.flow(), (flow, budget) -> budget.charge(receipt.cost()));
        chain(receipt.flow()).add(receipt);
    }

    private void record(GuardedMessage message, Fact fact) {
        try {
            journal.append(fact.encode());
        } catch (JournalException e) {
            Denial denial = new Denial(
                    Denial.Kind.JOURNAL,
                    "the fact " + fact.name() + " could not be recorded",
                    "Mend the journal, and open another session");
            throw new EffectDeniedException(message, denial, e);
        }
    }
}
