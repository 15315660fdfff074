package dev.parley.samples.protocols.threebuyers;

import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;
import dev.parley.runtime.Seat;

/** Bob asks Carol to go on for him in a {@link Sale}: he sends her his seat, and has it no more. Alice and Seller notice nothing. */
@Protocol
public interface Favour {

    /** Cannot pay alone. */
    @Role
    interface Bob {}

    /** May help. */
    @Role
    interface Carol {}

    /** Bob says how much is left to pay, and how much of that he would. */
    @Message(from = Bob.class, to = Carol.class)
    void ask(int euros, int bobPays);

    /** Bob hands over his seat, at the point where he would have to decide. */
    @Message(from = Bob.class, to = Carol.class)
    void takeOver(Seat.At<Sale.Bob, Sale.Decision> seat);
}
