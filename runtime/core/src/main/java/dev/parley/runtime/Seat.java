package dev.parley.runtime;

/**
 * The right to play a role that has not acted yet. It is made of the role's first state, which is spent by that; it may be sent
 * as the payload of a message, and whoever receives it sits down with the {@code sit} method of the role's generated class.
 *
 * <p>A seat is used once: using it after it was sent or sat down on throws {@link StateUsedException}. One that nobody sits down
 * on leaves its role unplayed; its session then goes on only as far as it can without, until somebody cancels it.
 *
 * <p>Safe for use by many threads: of several that use it one succeeds.
 *
 * @param <R> the role, such as {@code Payment.Payer}
 */
public final class Seat<R> extends Vacancy {

    /**
     * Creates the seat of an endpoint that was left, for generated code.
     *
     * @param left the endpoint
     */
    public Seat(Endpoint left) {
        this(new LocalTicket(left.vacate()));
    }

    Seat(Ticket ticket) {
        super(ticket);
    }

    /**
     * Returns the same seat for somebody else, and spends this one. Sending it does so.
     *
     * @throws StateUsedException if it was used before
     */
    public Seat<R> handOver() {
        return new Seat<>(spend());
    }

    /**
     * The right to play a role from the start of a block on. Like a {@link Seat} but for where the role goes on.
     *
     * @param <R> the role, such as {@code Payment.Payer}
     * @param <B> the block, such as {@code Payment.Choose}
     */
    public static final class At<R, B> extends Vacancy {

        /**
         * Creates the seat of an endpoint that was left, for generated code.
         *
         * @param left the endpoint
         */
        public At(Endpoint left) {
            this(new LocalTicket(left.vacate()));
        }

        At(Ticket ticket) {
            super(ticket);
        }

        /**
         * Returns the same seat for somebody else, and spends this one. Sending it does so.
         *
         * @throws StateUsedException if it was used before
         */
        public At<R, B> handOver() {
            return new At<>(spend());
        }
    }
}
