import dev.parley.annotation.*;

@Protocol
interface Poll {
    @Role interface Chair {}
    @Role @Family(min = -1) interface Voter {}
//                      ^ error: [family-size] the family Voter is to have at least -1 members
// | hint: give 0 or more; without min it is 1

    @Message(from = Chair.class, to = Voter.class) void question(String text);
}
