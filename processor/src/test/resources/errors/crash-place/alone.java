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
        @OnCrash(Worker.class) void lost();
//                                  ^ error: [crash-place] lost is alone in Answer: nobody waits there for Worker
// | hint: add the alternatives that Worker has as long as it lives
    }
}
