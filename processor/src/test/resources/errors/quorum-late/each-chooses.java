import dev.parley.annotation.*;

@Protocol
interface Poll {
    @Role interface Chair {}
    @Role @Family interface Voter {}

    @Message(from = Chair.class, to = Voter.class) void question(String text);
    @Message(from = Voter.class, to = Chair.class) @Quorum Each answer(boolean yes);

    @ForEach(Voter.class)
    @Choice(at = Voter.class)
    interface Each {
        @Message(from = Voter.class, to = Chair.class) void stay();
//                                                          ^ error: [quorum-late] a member of Voter that was late does not know it when it sends stay() to Chair
// | hint: let Voter receive a message first: a member that has been left behind finds there that the session is over for it
        @Message(from = Voter.class, to = Chair.class) End leave();
    }
}
