import dev.parley.annotation.*;

@Protocol
interface Poll {
    @Role interface Chair {}
    @Role @Family interface Voter {}

    Ask ask();

    @Choice(at = Chair.class)
    interface Ask {
        @Message(from = Chair.class, to = Voter.class) Answers question(String text);
        @OnCrash(Chair.class) @Quorum void lost();
//                            ^ error: [quorum-misplaced] @Quorum has no messages to count here: lost is no message
// | hint: put it on a message of a family
    }

    interface Answers {
        @Message(from = Voter.class, to = Chair.class) void answer(boolean yes);
    }
}
