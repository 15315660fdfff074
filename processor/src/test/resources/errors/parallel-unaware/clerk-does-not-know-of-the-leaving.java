import dev.parley.annotation.*;

@Protocol
interface Poll {
    @Role interface Chair {}
    @Role interface Clerk {}
    @Role @Family interface Voter {}

    @Message(from = Chair.class, to = {Voter.class, Clerk.class}) Answers ask();

    @ForEach(Voter.class)
    @Choice(at = Voter.class)
    interface Answers {
        @Message(from = Voter.class, to = Chair.class) Paper accept();
        @Message(from = Voter.class, to = Chair.class) End decline();
    }

    interface Paper {
        @Message(from = Clerk.class, to = Voter.class) void paper();
//                                                          ^ error: [choice-unaware] Clerk, for each Voter in Answers, cannot know whether to send paper() to Voter here
// | after this, Clerk, for each Voter in Answers, sends paper() to Voter:
// | 1. Chair -> Voter : ask()
// | 2. Chair -> Clerk : ask()
// | 3. Voter -> Chair : accept()
// | after this, which looks the same to Clerk, it must not, but has other messages to send:
// | 1. Chair -> Voter : ask()
// | 2. Chair -> Clerk : ask()
// | 3. Voter -> Chair : decline()
// | hint: the runs part where Voter chooses, and Clerk is not told: let Clerk receive a different label in each alternative before this step
    }
}
