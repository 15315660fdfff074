import dev.parley.annotation.*;

@Protocol
interface Club {
    @Role interface Host {}
    @Role interface Porter {}
    @Role @Family interface Guest {}

    @Message(from = Host.class, to = Guest.class) Evening open();

    @Admits(Guest.class)
//               ^ error: [admission-state] members of Guest may join at Evening, from where on Guest has no part any more
// | hint: put @Admits on a block in which Guest has a part
    interface Evening {
        @Message(from = Host.class, to = Porter.class) End close();
    }
}
