import dev.parley.annotation.*;

@Protocol
interface Poll {
    @Role interface Chair {}
    @Role interface Clerk {}
    @Role @Family interface Voter {}

    Way way();

    @Choice(at = Chair.class)
    interface Way {
        @Message(from = Chair.class, to = Voter.class) Answers ask();
        @Message(from = Chair.class, to = Voter.class) void skip();
    }

    @ForEach(Voter.class)
//  ^ error: [parallel-unaware] Clerk cannot know whether Answers begins here
// | after this, Clerk enters the branches of Answers:
// | 1. Chair -> Voter : ask()
// | after this, which looks the same to Clerk, it must not, but is done:
// | 1. Chair -> Voter : skip()
// | hint: the runs part where Chair chooses, and Clerk is not told: let Clerk receive a different label in each alternative before this step
    interface Answers {
        @Message(from = Clerk.class, to = Voter.class) void paper();
        @Message(from = Voter.class, to = Chair.class) void answer(boolean yes);
    }
}
