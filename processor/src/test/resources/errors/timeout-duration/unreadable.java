import dev.parley.annotation.Choice;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;
import dev.parley.annotation.Timeout;

@Protocol
interface Jobs {
    @Role interface Boss {}
    @Role interface Worker {}

    @Message(from = Boss.class, to = Worker.class) void job();
    Answer answer();
    Other other();
    Zero zero();
    Long long_();

    @Choice(at = Worker.class)
    interface Answer {
        @Message(from = Worker.class, to = Boss.class) void done();
        @Timeout("soon") @Message(from = Worker.class, to = Boss.class) void failed();
//               ^ error: [timeout-duration] "soon" is no duration
// | hint: write a whole number above 0, of at most nine digits, and one of the units ms, s, m and h, such as "30s"
    }

    @Choice(at = Worker.class)
    interface Other {
        @Message(from = Worker.class, to = Boss.class) void well();
        @Timeout("30") @Message(from = Worker.class, to = Boss.class) void badly();
//               ^ error: [timeout-duration] "30" is no duration
// | hint: write a whole number above 0, of at most nine digits, and one of the units ms, s, m and h, such as "30s"
    }

    @Choice(at = Worker.class)
    interface Zero {
        @Message(from = Worker.class, to = Boss.class) void yes();
        @Timeout("0s") @Message(from = Worker.class, to = Boss.class) void no();
//               ^ error: [timeout-duration] "0s" is no duration
// | hint: write a whole number above 0, of at most nine digits, and one of the units ms, s, m and h, such as "30s"
    }

    @Choice(at = Worker.class)
    interface Long {
        @Message(from = Worker.class, to = Boss.class) void more();
        @Timeout("1234567890h") @Message(from = Worker.class, to = Boss.class) void less();
//               ^ error: [timeout-duration] "1234567890h" is no duration
// | hint: write a whole number above 0, of at most nine digits, and one of the units ms, s, m and h, such as "30s"
    }
}
