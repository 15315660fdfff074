package dev.parley.runtime;

/**
 * A seat in a session of another process.
 *
 * @param seat which
 * @param exchange knows how to get there
 */
record RemoteTicket(SeatToken seat, SeatExchange exchange) implements Ticket {

    @Override
    public Place redeem(ProtocolSpec protocol, int role, int state) {
        return exchange.sitDown(seat, protocol, role, state);
    }

    @Override
    public String describe() {
        return seat.describe();
    }
}
