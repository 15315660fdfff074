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
    @Role interface Waiter {}

    Welcome begin();

    @Choice(at = Host.class)
    interface Welcome {
        @Message(from = Host.class, to = Guest.class) Party come();
        @Message(from = Host.class, to = Guest.class) Dinner stay();
    }
    interface Party {
        @Guard(flowCost = 10)
        @Message(from = Waiter.class, to = Guest.class) End serve();
    }
    interface Dinner {
        @Guard(flowCost = 20)
//      ^ error: [guard-ambiguous] Waiter cannot know which guard stands before serve
// | serve to Guest costs 10
// | serve to Guest costs 20
// | hint: guard both alike, give one another label, or tell Waiter before which of them it is
        @Message(from = Waiter.class, to = Guest.class) End serve();
    }
}
