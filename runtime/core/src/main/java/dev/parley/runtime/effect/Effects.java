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
        budgets.put(flow, rights().budget(flow).map(known::merge).orElse(known));
    }

    /**
     * Begins an epoch: nothing is spent in it yet.
     *
     * @param flow whose
     * @param epoch its number
     * @throws IllegalArgumentException if there is no such budget, or the epoch is not later
     */
    public synchronized void begin(Flow flow, long epoch) {
        FlowBudget budget = rights().budget(flow)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no flow budget from " + flow + " that an epoch could begin in."));
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

    /**
     * Charges for a message that left before, as is known from elsewhere: its fact is recorded, and nobody can deny it any more.
     *
     * @param message the message
     */
    public synchronized void repeat(GuardedMessage message) {
        long cost = message.guard().flowCost();
        for (Flow flow : message.flows()) {
            chain(flow).add(chain(flow).next(epoch(flow), cost));
            rights().budget(flow)
                    .ifPresent(budget ->
                            budgets.put(flow, new FlowBudget(budget.limit(), budget.spent() + cost, budget.epoch())));
        }
    }

    private ReceiptChain chain(Flow flow) {
        return chains.computeIfAbsent(flow, each -> new ReceiptChain(session, each));
    }

    private long epoch(Flow flow) {
        return rights().budget(flow).map(FlowBudget::epoch).orElse(0L);
    }

    private void charge(Receipt receipt) {
        rights().budget(receipt.flow()).ifPresent(budget -> budgets.put(receipt.flow(), budget.charge(receipt.cost())));
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
