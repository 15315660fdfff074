import dev.parley.annotation.Guard;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Meeting {
    @Role interface Host {}
    @Role interface Guest {}

    @Guard(capability = "session:create", flowCost = -100)
//                                                   ^ error: [guard-value] the message invite costs -100, and a budget only ever gets smaller
// | hint: give it a flowCost of 0 or more
    @Message(from = Host.class, to = Guest.class) void invite();
}
