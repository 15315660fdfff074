import dev.parley.annotation.*;

@Protocol
interface Club {
    @Role interface Host {}
    @Role interface Porter {}
    @Role @Family interface Guest {}

    Evening evening();

    @Admits(Guest.class)
//               ^ error: [admission-others] Host takes members of Guest in at Evening, and Porter, which knows nothing of that, deals with them later
// | where it does: @ForEach on Club.Turn
// | hint: let Host stand between Porter and Guest, or put @Admits on a block that comes after that
    @Choice(at = Host.class)
    interface Evening {
        @Message(from = Host.class, to = {Guest.class, Porter.class}) Round go();
        @Message(from = Host.class, to = {Guest.class, Porter.class}) End close();
    }

    interface Round {
        Turn turn();
        Evening again();
    }

    @ForEach(Guest.class)
    interface Turn {
        @Message(from = Guest.class, to = Host.class) void order(String drink);
        @Message(from = Host.class, to = Porter.class) void fetch(String drink);
    }
}
