import dev.parley.annotation.Message;
import dev.parley.annotation.Phase;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
@Phase("design")
interface Studio {
    @Role interface Author {}
    @Role interface Editor {}

    @Message(from = Author.class, to = Editor.class) void draft();
    Review review();

    @Phase("Design")
//         ^ error: [phase-name] the phases design and Design differ in case only
// | hint: write design if you mean the same phase, or choose another name
    interface Review {
        @Message(from = Editor.class, to = Author.class) void answer();
    }
}
