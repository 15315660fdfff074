import dev.parley.annotation.Choice;
import dev.parley.annotation.Family;
import dev.parley.annotation.ForEach;
import dev.parley.annotation.Message;
import dev.parley.annotation.OnCrash;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Jobs {
    @Role interface Boss {}
    @Role @Family interface Worker {}

    @Message(from = Boss.class, to = Worker.class) void job();
    Answer answer();
    @Message(from = Boss.class, to = Worker.class) void bye();

    @ForEach(Worker.class)
    @Choice(at = Worker.class)
    interface Answer {
        @Message(from = Worker.class, to = Boss.class) void done();
        @OnCrash(Worker.class) void lost();
//                                  ^ error: [crash-acts] Worker would have to receive bye() from Boss after it has crashed in lost
// | 1. Worker -> Boss : lost() on crash
// | 2. Boss is done for each Worker in Answer
// | 3. Boss -> Worker : bye()
// | hint: let what follows lost do without Worker
    }
}
