import dev.parley.annotation.Choice;
import dev.parley.annotation.End;
import dev.parley.annotation.Family;
import dev.parley.annotation.ForEach;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Outing {
    @Role interface Host {}
    @Role interface Clerk {}
    @Role @Family interface Guest {}

    @Message(from = Host.class, to = {Guest.class, Clerk.class}) void invite();
    Check check();
    @Message(from = Host.class, to = Guest.class) void meetAt(String place);

    @ForEach(Guest.class)
    @Choice(at = Clerk.class)
    interface Check {
        @Message(from = Clerk.class, to = Guest.class) Stay stay();
        @Message(from = Clerk.class, to = Guest.class) Leave leave();
    }

    interface Stay {
        @Message(from = Guest.class, to = Host.class) void heard();
    }

    interface Leave {
        @Message(from = Guest.class, to = Host.class) End heard();
//                                                        ^ error: [for-each-unaware] Host, for each Guest in Check, cannot know whether a member has left with heard(): it may be a message after which the member stays
// | hint: give one of the two another label, or let Host learn before which it is
    }
}
