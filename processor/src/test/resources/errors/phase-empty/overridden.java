import dev.parley.annotation.Message;
import dev.parley.annotation.Phase;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
@Phase("work")
//     ^ error: [phase-empty] no message belongs to the phase work because of this mark
// | hint: mark the messages of the phase, a block that holds some, or a step that enters it
interface Studio {
    @Role interface Author {}
    @Role interface Editor {}

    @Phase("design")
    @Message(from = Author.class, to = Editor.class) void draft();
    @Phase("talk") Review review();
//         ^ error: [phase-empty] no message belongs to the phase talk because of this mark
// | hint: mark the messages of the phase, a block that holds some, or a step that enters it

    @Phase("review")
    interface Review {
        @Message(from = Editor.class, to = Author.class) void answer();
    }
}
