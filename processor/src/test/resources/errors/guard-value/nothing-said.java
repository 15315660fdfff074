import dev.parley.annotation.Guard;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Meeting {
    @Role interface Host {}
    @Role interface Guest {}

    @Guard
//  ^ error: [guard-value] the guard of invite asks for nothing and records nothing
// | hint: give it a capability, a flowCost or a journal, or remove it
    @Message(from = Host.class, to = Guest.class) void invite();
    @Guard(capability = "", flowCost = 0)
//  ^ error: [guard-value] the guard of come asks for nothing and records nothing
// | hint: give it a capability, a flowCost or a journal, or remove it
    @Message(from = Guest.class, to = Host.class) void come();
}
