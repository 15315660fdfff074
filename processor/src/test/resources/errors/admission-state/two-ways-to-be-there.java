import dev.parley.annotation.*;

@Protocol
interface Club {
    @Role interface Host {}
    @Role interface Porter {}
    @Role @Family interface Guest {}

    @Choice(at = Host.class)
    interface Way {
        @Message(from = Host.class, to = Guest.class) Red red();
        @Message(from = Host.class, to = Guest.class) Blue blue();
    }

    Way way();

    @Choice(at = Host.class)
    interface Red {
        @Message(from = Host.class, to = Porter.class) Evening go();
        @Message(from = Host.class, to = Guest.class) Stop roses();
    }

    @Choice(at = Host.class)
    interface Blue {
        @Message(from = Host.class, to = Porter.class) Evening go();
        @Message(from = Host.class, to = Guest.class) Stop violets();
    }

    interface Stop {
        @Message(from = Host.class, to = Porter.class) End stop();
    }

    @Admits(Guest.class)
//               ^ error: [admission-state] members of Guest may join at Evening, where not all members expect the same, depending on what they have seen before
// | hint: let Guest receive the same message before Evening in all runs, so that a new member knows as much as the others
    interface Evening {
        @Message(from = Host.class, to = Guest.class) End close();
    }
}
