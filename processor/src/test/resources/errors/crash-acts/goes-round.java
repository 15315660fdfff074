import dev.parley.annotation.Choice;
import dev.parley.annotation.Message;
import dev.parley.annotation.OnCrash;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Jobs {
    @Role interface Boss {}
    @Role interface Worker {}

    Work work();

    interface Work {
        @Message(from = Boss.class, to = Worker.class) void job();
        Answer answer();
    }

    @Choice(at = Worker.class)
    interface Answer {
        @Message(from = Worker.class, to = Boss.class) void done();
        @OnCrash(Worker.class) Work again();
//                                  ^ error: [crash-acts] Worker would have to receive job() from Boss after it has crashed in again
// | 1. Worker -> Boss : again() on crash
// | 2. Boss -> Worker : job()
// | hint: let what follows again do without Worker
    }
}
