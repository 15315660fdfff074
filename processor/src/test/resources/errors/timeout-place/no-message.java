import dev.parley.annotation.Choice;
import dev.parley.annotation.Message;
import dev.parley.annotation.OnCrash;
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
        @Timeout("30s") Bad bad();
//               ^ error: [timeout-place] bad has a timeout, but is no message that could be sent when the time is up
// | hint: put it on a message of its own beside this alternative
        @Message(from = Worker.class, to = Boss.class) void done();
        @Timeout("30s") @OnCrash(Worker.class) void lost();
//               ^ error: [timeout-place] lost has a timeout, but is no message that could be sent when the time is up
// | hint: put it on a message of its own beside this alternative
    }

    interface Bad {
        @Message(from = Worker.class, to = Boss.class) void failed();
    }
}
