import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;
import dev.parley.annotation.Timeout;

@Protocol
interface Jobs {
    @Role interface Boss {}
    @Role interface Worker {}

    @Timeout("30s") @Message(from = Boss.class, to = Worker.class) void job();
//           ^ error: [timeout-place] job has a timeout, but Jobs is no choice
// | hint: put it on an alternative of a choice, which is taken when the time is up
    @Message(from = Worker.class, to = Boss.class) void done();
}
