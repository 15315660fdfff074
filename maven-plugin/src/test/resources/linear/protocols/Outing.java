package demo;

import dev.parley.annotation.*;

/** A host hears from each guest whether he comes, and answers him. */
@Protocol
public interface Outing {
    @Role interface Host {}
    @Role @Family(min = 0) interface Guest {}

    @Message(from = Host.class, to = Guest.class) void invite(String where);

    Reply reply();

    @ForEach(Guest.class)
    interface Reply {
        @Message(from = Guest.class, to = Host.class) void accept(int friends);
        @Message(from = Host.class, to = Guest.class) void welcome();
    }
}
