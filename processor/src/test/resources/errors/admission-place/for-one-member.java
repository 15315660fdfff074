import dev.parley.annotation.*;

@Protocol
interface Club {
    @Role interface Host {}
    @Role @Family interface Guest {}

    Turn turn();

    @ForEach(Guest.class)
    interface Turn {
        Talk talk();
    }

    @Admits(Guest.class)
//               ^ error: [admission-place] members of Guest may join at Talk, which is run in a part of the session, while others are elsewhere
// | hint: put @Admits on a block that is run by all together: outside @Parallel and @ForEach
    interface Talk {
        @Message(from = Host.class, to = Guest.class) void tell(String what);
    }
}
