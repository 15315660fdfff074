import dev.parley.annotation.*;

@Protocol
interface Club {
    @Role interface Host {}
    @Role @Family interface Guest {}

    Evening evening();

    @Choice(at = Host.class)
    interface Evening {
        Party party();
        @Message(from = Host.class, to = Guest.class) void close();
    }

    @Admits(Guest.class)
//               ^ error: [admission-place] members of Guest may join at Party, but only its first message tells that the run has come there: it is one of several alternatives
// | hint: put @Admits on the block that chooses, or let the alternative begin with a message that leads to Party
    interface Party {
        @Message(from = Host.class, to = Guest.class) Evening toast();
    }
}
