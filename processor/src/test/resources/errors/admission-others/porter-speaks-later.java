import dev.parley.annotation.*;

@Protocol
interface Club {
    @Role interface Host {}
    @Role interface Porter {}
    @Role @Family interface Guest {}

    @Message(from = Host.class, to = Porter.class) Evening open();

    @Admits(Guest.class)
//               ^ error: [admission-others] Host takes members of Guest in at Evening, and Porter, which knows nothing of that, deals with them later
// | where it does: Club.Evening.ticket
// | hint: let Host stand between Porter and Guest, or put @Admits on a block that comes after that
    interface Evening {
        @Message(from = Host.class, to = Guest.class) void welcome();
        @Message(from = Guest.class, to = Porter.class) void ticket(int number);
    }
}
