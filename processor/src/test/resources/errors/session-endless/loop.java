import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Clock {
// warning: [session-endless] no run of Clock comes to an end
// | hint: add an alternative that returns End or void, unless sessions shall only be closed from outside
    @Role interface Quartz {}
    @Role interface Hand {}

    @Message(from = Quartz.class, to = Hand.class) Clock tick();
}
