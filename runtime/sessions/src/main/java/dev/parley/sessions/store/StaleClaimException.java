package dev.parley.sessions.store;

import java.io.Serial;

/** Another node manages the session now. */
public final class StaleClaimException extends StoreException {

    @Serial
    private static final long serialVersionUID = 1;

    /**
     * For stores to throw.
     *
     * @param id the session's id
     * @param claim that of the node that does not manage it any more
     */
    public StaleClaimException(String id, Claim claim) {
        super(
                "Node " + claim.node() + " does not manage the session " + id
                        + " any more: another has taken it over since epoch " + claim.epoch()
                        + ". Nothing was changed.",
                null);
    }
}
