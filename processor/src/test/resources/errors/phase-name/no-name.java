import dev.parley.annotation.Message;
import dev.parley.annotation.Phase;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Studio {
    @Role interface Author {}
    @Role interface Editor {}

    @Phase("")
//         ^ error: [phase-name] "" cannot be the name of a phase
// | hint: a phase is named by words of letters, digits and . _ -, with one blank between them
    @Message(from = Author.class, to = Editor.class) void draft();
    @Phase(" ")
//         ^ error: [phase-name] " " cannot be the name of a phase
// | hint: a phase is named by words of letters, digits and . _ -, with one blank between them
    @Message(from = Editor.class, to = Author.class) void answer();
}
