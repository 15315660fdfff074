import dev.parley.annotation.*;

@Protocol
interface Outing {
    @Role interface Host {}
    @Role interface Clerk {}
    @Role @Family interface Guest {}

    @Message(from = Host.class, to = {Guest.class, Clerk.class}) void invite();
    Reply reply();
    Bill bill();

    @ForEach(Guest.class)
    @Choice(at = Guest.class)
    interface Reply {
        @Message(from = Guest.class, to = Host.class) void accept();
        @Message(from = Guest.class, to = Host.class) End decline();
    }

    @ForEach(Guest.class)
//  ^ error: [for-each-unaware] Bill is run for each member of Guest that has not left, and nobody who begins it knows which have
// | members may leave before: Outing.Reply.decline
// | hint: let a role that members take their leave from, always the same, have a part in Bill, outside parallel branches
    interface Bill {
        @Message(from = Guest.class, to = Clerk.class) void pay(int euros);
    }
}
