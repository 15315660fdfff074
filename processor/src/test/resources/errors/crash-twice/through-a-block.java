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
        Good good();
        @Message(from = Worker.class, to = {Boss.class, Spare.class}) void failed();
        @OnCrash(Worker.class) void lost();
//                                  ^ error: [crash-twice] two alternatives of Answer meet the same crash of Worker
// | the other is gone
// | hint: keep one; what differs can be chosen after it
    }

    @Choice(at = Worker.class)
    interface Good {
        @Message(from = Worker.class, to = {Boss.class, Spare.class}) void done();
        @OnCrash(Worker.class) void gone();
    }
}
