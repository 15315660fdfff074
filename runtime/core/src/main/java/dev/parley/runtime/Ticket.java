package dev.parley.runtime;

/** What a seat stands for. Good for one use, which {@link Vacancy} sees to. */
sealed interface Ticket permits LocalTicket, RemoteTicket {

    /**
     * Returns the place it leads to.
     *
     * @param protocol what the role that sits down plays
     * @param role the role's number
     * @param state the number of the state it goes on in
     * @throws SeatRefusedException if it is in another process, which refuses it or cannot be reached
     * @throws SessionClosedException if the session has ended
     * @throws SessionCancelledException if the session was cancelled or has failed
     */
    Place redeem(ProtocolSpec protocol, int role, int state);

    /** Returns which seat it is, such as {@code the seat of Client in session Calculator-1}. */
    String describe();
}
