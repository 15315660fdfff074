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
        @Timeout("30s") @Message(from = Worker.class, to = Boss.class) void failed();
        Good good();
//           ^ error: [timeout-twice] two alternatives of Answer have a timeout
// | the other is failed
// | hint: keep one: only the earlier could ever be taken
    }

    @Choice(at = Worker.class)
    interface Good {
        @Message(from = Worker.class, to = Boss.class) void done();
        @Timeout("1m") @Message(from = Worker.class, to = Boss.class) void almost();
    }
}
