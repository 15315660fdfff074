import dev.parley.annotation.*;

@Protocol
interface Poll {
    @Role interface Chair {}
    @Role @Family interface Voter {}

    @Message(from = Chair.class, to = Voter.class) @Quorum Answers question(String text);
//                                                 ^ error: [quorum-misplaced] @Quorum has no messages to count here: question is sent by Chair, which one participant plays
// | hint: remove it, or let a family send the message

    @ForEach(Voter.class)
    interface Answers {
        @Message(from = Voter.class, to = Chair.class) @Quorum void answer(boolean yes);
//                                                     ^ error: [quorum-misplaced] @Quorum has no messages to count here: answer is sent in a block that is run for each member of Voter, to a receiver of its own
// | hint: let the message follow that block, where the messages of all members are gathered
        @Quorum Thanks thanks();
//      ^ error: [quorum-misplaced] @Quorum has no messages to count here: thanks is no message
// | hint: put it on a message of a family
    }

    interface Thanks {
        @Message(from = Chair.class, to = Voter.class) void thanks();
    }
}
