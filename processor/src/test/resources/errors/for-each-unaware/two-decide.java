import dev.parley.annotation.Family;
import dev.parley.annotation.ForEach;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Quorum;
import dev.parley.annotation.Role;

@Protocol
interface Poll {
    @Role interface Chair {}
    @Role interface Clerk {}
    @Role @Family interface Voter {}

    @Message(from = Chair.class, to = {Voter.class, Clerk.class}) void question(String text);
    @Message(from = Voter.class, to = {Chair.class, Clerk.class}) @Quorum void vote(boolean yes);
    @Message(from = Chair.class, to = Voter.class) void result(boolean accepted);
    Reasons reasons();

    @ForEach(Voter.class)
//  ^ error: [for-each-unaware] Reasons is run for each member of Voter that has not left, and nobody who begins it knows which have
// | members may leave before: Poll.vote
// | hint: let a role that members take their leave from, always the same, have a part in Reasons, outside parallel branches
    interface Reasons {
        @Message(from = Voter.class, to = Chair.class) void because(String reason);
    }
}
