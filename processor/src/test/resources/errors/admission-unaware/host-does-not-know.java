import dev.parley.annotation.*;

@Protocol
interface Club {
    @Role interface Host {}
    @Role interface Porter {}
    @Role interface Cook {}
    @Role @Family interface Guest {}

    Way way();

    @Choice(at = Porter.class)
    interface Way {
        @Message(from = Porter.class, to = Cook.class) Early early();
        @Message(from = Porter.class, to = Cook.class) Late late();
    }

    interface Early {
        @Message(from = Porter.class, to = Host.class) Evening open();
    }

    interface Late {
        @Message(from = Porter.class, to = Host.class) Night open();
    }

    @Admits(Guest.class)
//               ^ error: [admission-unaware] Host is to take members of Guest in at Evening, and cannot know whether the run has come there
// | after this the run is at Evening:
// | 1. Porter -> Cook : early()
// | 2. Porter -> Host : open()
// | after this, which looks the same to Host, it is not:
// | 1. Porter -> Cook : late()
// | 2. Porter -> Host : open()
// | hint: let Host receive different labels in the two runs, or admit members in both
    interface Evening {
        @Message(from = Host.class, to = Guest.class) End welcome();
    }

    interface Night {
        @Message(from = Host.class, to = Guest.class) End welcome();
    }
}
