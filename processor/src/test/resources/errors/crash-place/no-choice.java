import dev.parley.annotation.Message;
import dev.parley.annotation.OnCrash;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Jobs {
    @Role interface Boss {}
    @Role interface Worker {}

    @Message(from = Boss.class, to = Worker.class) void job();
    @OnCrash(Worker.class) void lost();
//                              ^ error: [crash-place] lost meets a crash of Worker, but Jobs is no choice
// | hint: make it an alternative of a block that is a @Choice(at = Worker.class)
    @Message(from = Worker.class, to = Boss.class) void done();
}
