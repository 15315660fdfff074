package dev.parley.testing;

import dev.parley.annotation.Choice;
import dev.parley.annotation.End;
import dev.parley.annotation.Family;
import dev.parley.annotation.ForEach;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Quorum;
import dev.parley.annotation.Role;

/** A chair asks who is there, and lets those vote. */
@Protocol
public interface Ballot {

    /** Counts. */
    @Role
    interface Chair {}

    /** Votes. */
    @Role
    @Family(min = 0)
    interface Voter {}

    /** To all. */
    @Message(from = Chair.class, to = Voter.class)
    void open();

    /** Each says whether it stays. */
    Stay stay();

    /** To those who have. */
    @Message(from = Chair.class, to = Voter.class)
    void question(int number);

    /** Some vote in time. */
    @Message(from = Voter.class, to = Chair.class)
    @Quorum
    void vote(boolean yes);

    /** To those who have. */
    @Message(from = Chair.class, to = Voter.class)
    void result(int votes);

    /** One member's answer. */
    @ForEach(Voter.class)
    @Choice(at = Voter.class)
    interface Stay {

        /** It stays. */
        @Message(from = Voter.class, to = Chair.class)
        void here(int seat);

        /** It does not. */
        @Message(from = Voter.class, to = Chair.class)
        End bye();
    }
}
