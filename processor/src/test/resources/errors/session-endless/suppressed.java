import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
@SuppressWarnings("session-endless")
interface Clock {
    @Role interface Quartz {}
    @Role interface Hand {}

    @Message(from = Quartz.class, to = Hand.class) Clock tick();
}
