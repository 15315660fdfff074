package demo;

import dev.parley.annotation.*;

@Protocol
public interface Meeting {
    @Role interface Host {}
    @Role interface Guest {}

    Planning plan();

    @Choice(at = Host.class)
    interface Planning {
        @Guard(capability = "session:create", flowCost = 100)
        @Message(from = Host.class, to = Guest.class) Planning invite();
        @Message(from = Host.class, to = Guest.class) End close();
    }
}
