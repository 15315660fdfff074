import dev.parley.annotation.Message;
import dev.parley.annotation.Phase;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Studio {
    @Role interface Author {}
    @Role interface Editor {}

    @Phase("design ")
//         ^ error: [phase-name] "design " cannot be the name of a phase
// | hint: a phase is named by words of letters, digits and . _ -, with one blank between them
    @Message(from = Author.class, to = Editor.class) void draft();
    @Phase("first  review") Review review();
//         ^ error: [phase-name] "first  review" cannot be the name of a phase
// | hint: a phase is named by words of letters, digits and . _ -, with one blank between them
//         ^ error: [phase-empty] no message belongs to the phase first  review because of this mark
// | hint: mark the messages of the phase, a block that holds some, or a step that enters it

    @Phase("the \"real\" review")
//         ^ error: [phase-name] "the "real" review" cannot be the name of a phase
// | hint: a phase is named by words of letters, digits and . _ -, with one blank between them
    interface Review {
        @Message(from = Editor.class, to = Author.class) void answer();
    }
}
