import dev.parley.annotation.*;

@Protocol
interface Party {
    @Role interface Host {}
    @Role @Family interface Guest {}

    @Message(from = Host.class, to = Guest.class) void invite();
    @Include(
            value = Poll.class,
//                      ^ error: [family-choice] in the included Poll, the members of Guest choose together in Answer, but each may want something else
// | the place: @Choice on Poll.Answer
// | hint: let each choose for itself: @ForEach(Guest.class) on Answer; or let another role choose
            roles = {@Bind(role = Poll.Chair.class, to = Host.class), @Bind(role = Poll.Voter.class, to = Guest.class)})
    void poll();
}

@Protocol
interface Poll {
    @Role interface Chair {}
    @Role @Family interface Voter {}

    Answer answer();

    @Choice(at = Voter.class)
//                    ^ error: [family-choice] the members of Voter choose together in Answer, but each may want something else
// | hint: let each choose for itself: @ForEach(Voter.class) on Answer; or let another role choose
    interface Answer {
        @Message(from = Voter.class, to = Chair.class) void yes();
        @Message(from = Voter.class, to = Chair.class) void no();
    }
}
