import dev.parley.annotation.Choice;
import dev.parley.annotation.Message;
import dev.parley.annotation.OnCrash;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Jobs {
    @Role interface Boss {}
    @Role interface Worker {}

    @Message(from = Boss.class, to = Worker.class) void job();
    Answer answer();

    @Choice(at = Worker.class)
    interface Answer {
        @Message(from = Worker.class, to = Boss.class, label = "lost") void gone();
        @OnCrash(Worker.class) void lost();
//                                  ^ error: [choice-label] two alternatives of Answer start with the label lost
// | the other is gone
// | hint: rename one, or give it a label of its own: @Message(label = "...")
    }
}
