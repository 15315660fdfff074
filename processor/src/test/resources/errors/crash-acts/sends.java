import dev.parley.annotation.Choice;
import dev.parley.annotation.Message;
import dev.parley.annotation.OnCrash;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Jobs {
    @Role interface Boss {}
    @Role interface Worker {}
    @Role interface Spare {}

    @Message(from = Boss.class, to = Worker.class) void job();
    Answer answer();

    @Choice(at = Worker.class)
    interface Answer {
        @Message(from = Worker.class, to = {Boss.class, Spare.class}) void done();
        @OnCrash(Worker.class) Excuse lost();
//                                    ^ error: [crash-acts] Worker would have to send sorry() to Boss after it has crashed in lost
// | 1. Worker -> Boss : lost() on crash
// | 2. Worker -> Spare : lost() on crash
// | 3. Boss -> Spare : bad()
// | 4. Worker -> Boss : sorry()
// | hint: let what follows lost do without Worker
    }

    interface Excuse {
        @Message(from = Boss.class, to = Spare.class) void bad();
        @Message(from = Worker.class, to = Boss.class) void sorry();
    }
}
