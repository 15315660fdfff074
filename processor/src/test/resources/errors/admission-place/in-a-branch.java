import dev.parley.annotation.*;

@Protocol
interface Club {
    @Role interface Host {}
    @Role interface Porter {}
    @Role @Family interface Guest {}

    @Message(from = Porter.class, to = Host.class) Both open();

    @Parallel
    interface Both {
        Evening evening();
        @Message(from = Host.class, to = Porter.class) void tip(int euros);
    }

    @Admits(Guest.class)
//               ^ error: [admission-place] members of Guest may join at Evening, which is run in a part of the session, while others are elsewhere
// | hint: put @Admits on a block that is run by all together: outside @Parallel and @ForEach
    @Choice(at = Host.class)
    interface Evening {
        @Message(from = Host.class, to = Guest.class) Evening tell(String what);
        @Message(from = Host.class, to = Guest.class) void close();
    }
}
