import dev.parley.annotation.*;

@Protocol
interface Outing {
    @Role interface Host {}
    @Role interface Clerk {}
    @Role @Family interface Guest {}

    @Message(from = Clerk.class, to = {Guest.class, Host.class}) void open();
    Bill bill();
    Bus bus();

    @ForEach(Guest.class)
    @Choice(at = Guest.class)
    interface Bill {
        @Message(from = Guest.class, to = Clerk.class) void pay(int euros);
        @Message(from = Guest.class, to = Clerk.class) End refuse();
    }

    @ForEach(Guest.class)
//  ^ error: [for-each-unaware] Bus is run for each member of Guest that has not left, and nobody who begins it knows which have
// | members may leave before: Outing.Bill.refuse
// | hint: let a role that members take their leave from, always the same, have a part in Bus, outside parallel branches
    @Choice(at = Host.class)
    interface Bus {
        @Message(from = Host.class, to = Guest.class) void seat(int number);
        @Message(from = Host.class, to = Guest.class) End full();
    }
}
