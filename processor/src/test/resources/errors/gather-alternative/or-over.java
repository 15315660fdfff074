import dev.parley.annotation.*;

@Protocol
interface Poll {
    @Role interface Chair {}
    @Role interface Clerk {}
    @Role @Family interface Voter {}

    Way way();

    @Choice(at = Chair.class)
    interface Way {
        @Message(from = Chair.class, to = Voter.class) Ask ask();
        @Message(from = Chair.class, to = Voter.class) void stop();
    }

    interface Ask {
        @Message(from = Voter.class, to = Clerk.class) void ballot(boolean yes);
//                                                          ^ error: [gather-alternative] Clerk is to gather ballot(boolean) from all members of Voter here, or to be done, and would learn which only from the members
// | hint: let another role tell Clerk which it is before Voter sends
    }
}
