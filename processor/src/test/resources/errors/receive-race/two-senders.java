import dev.parley.annotation.Choice;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Auction {
    @Role interface Host {}
    @Role interface Left {}
    @Role interface Right {}

    Order order();

    @Choice(at = Host.class)
    interface Order {
        @Message(from = Host.class, to = Left.class) LeftFirst left();
        @Message(from = Host.class, to = Left.class) RightFirst right();
    }

    interface LeftFirst {
        @Message(from = Left.class, to = Right.class) void ready();
        @Message(from = Host.class, to = Right.class) void go();
//                                                         ^ error: [receive-race] Right may get go() from Host before ready() from Left, and would take it for the start of another run
// | in this run Left -> Right : ready() comes first,
// | but go() of Host can be there before it:
// | 1. Host -> Left : left()
// | 2. Left -> Right : ready()
// | 3. Host -> Right : go()
// | hint: give the two messages different labels, or let Host wait until Right has answered
    }

    interface RightFirst {
        @Message(from = Host.class, to = Right.class) void go();
        @Message(from = Left.class, to = Right.class) void ready();
    }
}
