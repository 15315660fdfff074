package dev.parley.testing;

import dev.parley.annotation.End;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

/** Two voters send their votes, in any order of time, and hear the result. */
@Protocol
public interface Poll {

    /** Votes. */
    @Role
    interface Ann {}

    /** Votes too. */
    @Role
    interface Bob {}

    /** Counts. */
    @Role
    interface Chair {}

    /** Ann's vote. */
    @Message(from = Ann.class, to = Chair.class)
    void annVotes(int vote);

    /** Bob's vote. */
    @Message(from = Bob.class, to = Chair.class)
    void bobVotes(int vote);

    /** The sum. */
    @Message(
            from = Chair.class,
            to = {Ann.class, Bob.class})
    End result(int sum);
}
