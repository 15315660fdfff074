import dev.parley.annotation.Choice;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;
import dev.parley.annotation.Timeout;

@Protocol
interface Jobs {
    @Role interface Boss {}
    @Role interface Worker {}

    @Message(from = Boss.class, to = Worker.class) void job();
    Answer answer();

    @Choice(at = Worker.class)
    interface Answer {
        @Message(from = Worker.class, to = Boss.class) void done();
        @Timeout("30s") @Message(from = Worker.class, to = Boss.class) void failed(String why);
//               ^ error: [timeout-place] failed has a timeout and a payload, whose values nobody gives when the time is up
// | hint: remove the parameters, or put the timeout on an alternative without any
    }
}
