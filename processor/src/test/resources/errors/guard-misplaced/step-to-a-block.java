import dev.parley.annotation.Choice;
import dev.parley.annotation.End;
import dev.parley.annotation.Guard;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Meeting {
    @Role interface Host {}
    @Role interface Guest {}

    @Guard(capability = "session:create") Talk begin();
//  ^ error: [guard-misplaced] begin is guarded, and sends nothing that could be held back
// | hint: guard the messages that follow it

    @Choice(at = Host.class)
    interface Talk {
        @Message(from = Host.class, to = Guest.class) Talk say(String text);
        @Message(from = Host.class, to = Guest.class) End end();
    }
}
