package dev.parley.runtime;

/**
 * A seat in a session of this process.
 *
 * @param left where its player has left it
 */
record LocalTicket(LeftPlace left) implements Ticket {

    @Override
    public Place redeem(ProtocolSpec protocol, int role, int state) {
        left.session().checkNotEnded();
        return left;
    }

    @Override
    public String describe() {
        return "the seat of " + left.before().roleName() + " in session "
                + left.session().id();
    }
}
