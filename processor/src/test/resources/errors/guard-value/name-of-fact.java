import dev.parley.annotation.Guard;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Meeting {
    @Role interface Host {}
    @Role interface Guest {}

    @Guard(journal = " ")
//                   ^ error: [guard-value] " " cannot be the name of a fact
// | hint: a fact is named by letters, digits and . _ -, as in session_created
    @Message(from = Host.class, to = Guest.class) void invite();
    @Guard(flowCost = 1, journal = "guest has come")
//                                 ^ error: [guard-value] "guest has come" cannot be the name of a fact
// | hint: a fact is named by letters, digits and . _ -, as in session_created
    @Message(from = Guest.class, to = Host.class) void come();
}
