package dev.parley.runtime.effect;

import java.util.Optional;

/** The receipts of one flow in one session, of which the last is known. Safe for use by many threads. */
public final class ReceiptChain {

    private final String session;
    private final Flow flow;
    private long epoch;
    private long nonce;
    private String previous = Receipt.NONE;

    /**
     * Creates an empty chain.
     *
     * @param session the session's id
     * @param flow who pays for sending to whom
     */
    public ReceiptChain(String session, Flow flow) {
        this.session = session;
        this.flow = flow;
    }

    /**
     * Returns what the next receipt would say. It counts once it is {@linkplain #add added}.
     *
     * @param chargedIn the budget's epoch
     * @param cost what is charged
     */
    synchronized Receipt next(long chargedIn, long cost) {
        return new Receipt(session, flow, Math.max(epoch, chargedIn), cost, nonce, previous);
    }

    /**
     * Takes a receipt that was issued elsewhere, if it is the next one.
     *
     * @param receipt the receipt
     * @return why it was not taken; empty if it was
     */
    public synchronized Optional<String> accept(Receipt receipt) {
        Optional<String> problem = problem(receipt);
        if (problem.isEmpty()) {
            add(receipt);
        }
        return problem;
    }

    private Optional<String> problem(Receipt receipt) {
        if (!receipt.session().equals(session) || !receipt.flow().equals(flow)) {
            return Optional.of("it is for " + receipt.flow() + " in session " + receipt.session() + ", not for " + flow
                    + " in session " + session);
        }
        if (receipt.epoch() < epoch) {
            return Optional.of("its epoch, " + receipt.epoch() + ", is over: epoch " + epoch + " has begun");
        }
        if (receipt.nonce() != nonce || !receipt.previous().equals(previous)) {
            return Optional.of("it is number " + receipt.nonce() + " and does not follow the last one, number "
                    + (nonce - 1) + ": a receipt is missing, repeated or changed");
        }
        return Optional.empty();
    }

    synchronized void add(Receipt receipt) {
        epoch = receipt.epoch();
        nonce++;
        previous = receipt.hash();
    }
}
