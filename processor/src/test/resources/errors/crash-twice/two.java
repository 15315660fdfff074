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
        @OnCrash(Worker.class) void lost();
        @OnCrash(Worker.class) Again retry();
//                                   ^ error: [crash-twice] two alternatives of Answer meet the same crash of Worker
// | the other is lost
// | hint: keep one; what differs can be chosen after it
    }

    interface Again {
        @Message(from = Boss.class, to = Spare.class) void again();
    }
}
