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
        @OnCrash(Worker.class) void lost(String why);
//                                  ^ error: [step-shape] lost has parameters, though it is no message that could carry them
// | hint: say who sends it to whom with @Message(from = …, to = …), or remove the parameters
    }
}
