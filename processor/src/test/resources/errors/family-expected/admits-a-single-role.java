import dev.parley.annotation.*;

@Protocol
interface Club {
    @Role interface Host {}
    @Role interface Porter {}
    @Role @Family interface Guest {}

    @Message(from = Host.class, to = Porter.class) Evening open();

    @Admits(Porter.class)
//                ^ error: [family-expected] @Admits names Porter, which one participant plays
// | hint: name a family, or declare it: @Role @Family interface Porter {}
    interface Evening {
        @Message(from = Host.class, to = {Guest.class, Porter.class}) void welcome();
    }
}
