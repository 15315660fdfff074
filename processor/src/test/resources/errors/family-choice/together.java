import dev.parley.annotation.*;

@Protocol
interface Poll {
    @Role interface Chair {}
    @Role @Family interface Voter {}

    @Message(from = Chair.class, to = Voter.class) Answer question(String text);

    @Choice(at = Voter.class)
//                    ^ error: [family-choice] the members of Voter choose together in Answer, but each may want something else
// | hint: let each choose for itself: @ForEach(Voter.class) on Answer; or let another role choose
    interface Answer {
        @Message(from = Voter.class, to = Chair.class) void yes();
        @Message(from = Voter.class, to = Chair.class) void no();
    }
}
