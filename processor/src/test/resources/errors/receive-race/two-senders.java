import dev.parley.annotation.Choice;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Auction {
    @Role interface Host {}
    @Role interface Left {}
    @Role interface Right {}

    First first();

    @Choice(at = Host.class)
    interface First {
        @Message(from = Host.class, to = {Left.class, Right.class}) LeftFirst left();
        @Message(from = Host.class, to = {Left.class, Right.class}) RightFirst right();
    }

    interface LeftFirst {
        @Message(from = Left.class, to = Right.class) void ready();
        @Message(from = Host.class, to = Right.class) void go();
    }

    interface RightFirst {
        @Message(from = Left.class, to = Right.class) void ready();
        @Message(from = Host.class, to = Right.class) void go();
    }
}
