import dev.parley.annotation.Choice;
import dev.parley.annotation.End;
import dev.parley.annotation.Message;
import dev.parley.annotation.Phase;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Studio {
    @Role interface Author {}
    @Role interface Editor {}

    Drafting start();

    interface Drafting {
        @Message(from = Author.class, to = Editor.class) Verdict draft();
    }
    @Choice(at = Editor.class)
    interface Verdict {
        @Phase("review")
        @Message(from = Editor.class, to = Author.class) Again again();
        @Message(from = Editor.class, to = Author.class) End accept();
    }
    interface Again {
        @Message(from = Author.class, to = Editor.class) void hm();
        @Phase("second draft") Drafting again();
//             ^ error: [phase-empty] no message belongs to the phase second draft because of this mark
// | hint: mark the messages of the phase, a block that holds some, or a step that enters it
    }
}
