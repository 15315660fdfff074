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
        @Message(from = Worker.class, to = Boss.class) void done();
        @OnCrash(String.class) void lost();
//                     ^ error: [role-undeclared] java.lang.String is no role of Jobs
// | hint: the roles are Boss, Worker
    }
}
