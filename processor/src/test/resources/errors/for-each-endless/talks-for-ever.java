import dev.parley.annotation.*;

@Protocol
interface Poll {
    @Role interface Chair {}
    @Role @Family interface Voter {}

    Answers answers();
    @Message(from = Chair.class, to = Voter.class) void result(boolean yes);
//                                                      ^ error: [step-unreachable] result can never happen: nothing comes back from answers, the step before it
// | hint: remove it, or let a way through answers return void

    @ForEach(Voter.class)
//  ^ error: [for-each-endless] Answers never comes to an end for any member of Voter, so what follows it never happens
// | hint: give its loop an alternative that returns void, or End for members that leave
    interface Answers {
        @Message(from = Chair.class, to = Voter.class) void question(String text);
        @Message(from = Voter.class, to = Chair.class) Answers answer(boolean yes);
    }
}
