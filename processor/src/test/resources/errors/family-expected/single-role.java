import dev.parley.annotation.*;

@Protocol
interface Poll {
    @Role interface Chair {}
    @Role interface Voter {}

    @Message(from = Chair.class, to = Voter.class) Answers question(String text);

    @ForEach(Voter.class)
//                ^ error: [family-expected] @ForEach names Voter, which one participant plays
// | hint: name a family, or declare it: @Role @Family interface Voter {}
    interface Answers {
        @Message(from = Voter.class, to = Chair.class) void answer(boolean yes);
    }
}
