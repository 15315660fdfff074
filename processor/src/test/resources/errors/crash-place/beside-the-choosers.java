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
        @OnCrash(Worker.class) void lost();
        @OnCrash(Boss.class) void leaderless();
//                   ^ error: [crash-place] leaderless meets a crash of Boss, but Worker chooses in Answer
// | hint: meet the crash of Worker, for whom the others wait here, or of Boss where it chooses
    }
}
