import dev.parley.annotation.*;

@Protocol
interface Club {
    @Role interface Host {}
    @Role @Family interface Guest {}

    @Message(from = Host.class, to = Guest.class) Evening open();

    @Admits(Guest.class)
//               ^ error: [admission-coordinator] members of Guest may join at Evening, where Guest acts first, which itself is played by several: nobody is there to take them in
// | hint: put @Admits on a block that begins with a message of a role that one participant plays
    interface Evening {
        @Message(from = Guest.class, to = Host.class) void hello();
        @Message(from = Host.class, to = Guest.class) void welcome();
    }
}
