import dev.parley.annotation.*;

@Protocol
interface Poll {
    @Role interface Chair {}
    @Role @Family interface Voter {}

    Round round();

    interface Round {
        @Message(from = Chair.class, to = Voter.class) Answers question(String text);
    }

    @ForEach(Voter.class)
    @Choice(at = Voter.class)
    interface Answers {
        @Message(from = Voter.class, to = Chair.class) void answer(boolean yes);
        @Message(from = Voter.class, to = Chair.class) Round again();
//                                                           ^ error: [for-each-left] again goes back to Round from within Answers, which is run for each member of Voter, while others may still be at it
// | hint: let Answers come to its end with void, and let what follows it go back
        @Message(from = Voter.class, to = Chair.class) Answers wait_();
        @Message(from = Voter.class, to = Chair.class) End leave();
    }
}
