import dev.parley.annotation.*;

@Protocol
interface Poll {
    @Role interface Chair {}
    @Role interface Press {}
    @Role @Family interface Voter {}

    @Message(from = Chair.class, to = {Voter.class, Press.class}) void question(String text);
    @Message(from = Voter.class, to = Chair.class) @Quorum void answer(boolean yes);
    @Message(from = Voter.class, to = Press.class) void comment(String text);
//                                                      ^ error: [quorum-late] a member of Voter that was late does not know it when it sends comment(String) to Press
// | hint: let Voter receive a message first: a member that has been left behind finds there that the session is over for it
    @Message(from = Chair.class, to = {Voter.class, Press.class}) void result(boolean accepted);
}
