import dev.parley.annotation.Guard;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Meeting {
    @Role interface Host {}
    @Role interface Guest {}

    @Guard(capability = "create")
//                      ^ error: [guard-capability] the capability create has no namespace
// | hint: write a namespace, a colon and a name, each of letters, digits and . _ -, as in session:create
    @Message(from = Host.class, to = Guest.class) void invite();
    @Guard(flowCost = 5, capability = "session:")
//                                    ^ error: [guard-capability] "session:" is no capability
// | hint: write a namespace, a colon and a name, each of letters, digits and . _ -, as in session:create
    @Message(from = Host.class, to = Guest.class) void remind();
    @Guard(capability = "session:end:now") @Message(from = Host.class, to = Guest.class) void end();
//                      ^ error: [guard-capability] "session:end:now" is no capability
// | hint: write a namespace, a colon and a name, each of letters, digits and . _ -, as in session:create
    @Guard(capability = "session: wave")
//                      ^ error: [guard-capability] "session: wave" is no capability
// | hint: write a namespace, a colon and a name, each of letters, digits and . _ -, as in session:create
    @Message(from = Guest.class, to = Host.class) void wave();
    @Guard(capability = "chat.room-1:say_hello")
    @Message(from = Guest.class, to = Host.class) void hello();
}
